import { z } from 'zod'
import * as fields from '../fields.ts'
import { fail, pass } from '../scene.ts'
import { stateCheck } from '../state-check.ts'

const ADDRESS = /\b(?:\d{1,3}\.){3}\d{1,3}\b/

const params = z
  .strictObject({
    container: fields.container,
    name: z.string().min(1).describe('Name of the variable.'),
    equals: z.string().optional().describe('Value that it must have.'),
    contains: z.string().optional().describe('Text that the value must contain.'),
    noAddress: z.literal(true).optional().describe('The value must hold no IPv4 address: a name belongs there.'),
    host: fields.host,
  })
  .describe('A container was given an environment variable.')

export const env = stateCheck<z.infer<typeof params>>({
  name: 'env',
  params,
  needs: ['containers'],
  expected: ({ container, name, equals, contains, noAddress }) =>
    `${name} of ${container} ${[equals !== undefined && `is ${equals}`, contains && `contains ${contains}`, noAddress && 'names no address'].filter(Boolean).join(' and ') || 'is set'}`,
  evidence: ({ container }) => `docker inspect -f '{{json .Config.Env}}' ${container}`,
  judge({ container, name, equals, contains, noAddress }, scene) {
    const { env: variables } = scene.container(container)
    const value = Object.hasOwn(variables, name) ? variables[name] : undefined
    if (value === undefined) return fail(`${container} has no variable ${name}`)
    const observed = `${name}=${value}`
    const right =
      (equals === undefined || value === equals) &&
      (contains === undefined || value.includes(contains)) &&
      !(noAddress && ADDRESS.test(value))
    return right ? pass(observed) : fail(observed)
  },
})
