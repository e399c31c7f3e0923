import { z } from 'zod'
import * as fields from '../fields.ts'
import { chain, countCommand, counted, family, table } from '../rules.ts'
import { fail, pass } from '../scene.ts'
import { stateCheck } from '../state-check.ts'

const params = z
  .strictObject({
    max: z.int().min(0).optional().describe('At most so many.'),
    min: z.int().min(0).optional().describe('At least so many.'),
    table: table.describe('Table to count in; every table when left out.'),
    chain: chain.optional().describe('Chain to count in; every chain when left out.'),
    target: z.string().optional().describe('Count only rules that do this, e.g. DNAT.'),
    family,
    host: fields.host,
  })
  .refine(({ max, min }) => max !== undefined || min !== undefined, { error: '`max` or `min`' })
  .describe('The number of rules of iptables is within bounds.')

export const ruleCount = stateCheck<z.infer<typeof params>>({
  name: 'rule-count',
  params,
  needs: ['iptables'],
  expected: ({ max, min, target, chain: name }) =>
    `${[min !== undefined && `at least ${min}`, max !== undefined && `at most ${max}`].filter(Boolean).join(' and ')} rules${target ? ` ${target}` : ''}${name ? ` in ${name}` : ''}`,
  evidence: countCommand,
  judge({ max = Number.POSITIVE_INFINITY, min = 0, ...wanted }, scene) {
    const count = counted(scene.host, wanted).length
    return count >= min && count <= max ? pass(`${count} rules`) : fail(`${count} rules`)
  },
})
