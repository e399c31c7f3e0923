import { z } from 'zod'
import * as fields from '../fields.ts'
import { fail, pass, unobservable } from '../scene.ts'
import { list } from '../sight.ts'
import { stateCheck } from '../state-check.ts'

const params = z
  .strictObject({ container: fields.container, host: fields.host })
  .describe('A container has a network namespace of its own with nothing in it but the loopback.')

export const noneMode = stateCheck<z.infer<typeof params>>({
  name: 'none-mode',
  params,
  needs: ['containers', 'interfaces'],
  expected: ({ container }) => `${container} has no interface but lo`,
  evidence: ({ container }) => `docker exec ${container} ip address`,
  judge({ container: name }, scene) {
    const container = scene.container(name)
    if (container.links.length === 0) return unobservable('its interfaces could not be seen')
    const others = container.links.filter((link) => link.name !== 'lo')
    if (others.length > 0) return fail(`${name} has ${list(others.map((link) => link.name))}`)
    return pass(`${name} has lo alone`)
  },
})
