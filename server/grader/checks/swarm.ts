import { z } from 'zod'
import * as fields from '../fields.ts'
import { fail, pass, unobservable } from '../scene.ts'
import { CLAIM } from '../sight.ts'
import { stateCheck } from '../state-check.ts'

const CONTROL_PORT = 7946

const params = z
  .strictObject({
    active: z.boolean().optional().describe('false: the host must be in no swarm. true when left out.'),
    role: z.enum(['manager', 'worker']).optional().describe('What the host must be in it. Either when left out.'),
    nodes: z.int().min(1).optional().describe('Number of nodes, as this host tells it; it must be a manager.'),
    host: fields.host,
  })
  .describe('A host is a node of a swarm.')

export const swarm = stateCheck<z.infer<typeof params>>({
  name: 'swarm',
  params,
  needs: ['swarm', 'sockets'],
  expected: ({ active, role, nodes, host }) =>
    active === false
      ? `${host ?? 'the host'} in no swarm`
      : `${host ?? 'the host'} is ${role ? `a ${role}` : 'a node'} of a swarm${nodes ? ` of ${nodes}` : ''}`,
  evidence: () => "docker info -f '{{json .Swarm}}'",
  judge({ active, role, nodes }, scene) {
    const { swarm: seen, sockets } = scene.host
    if (active === false) return seen.active ? fail('it is in a swarm') : pass('it is in no swarm')
    if (!seen.active) return fail('it is in no swarm')
    const is = seen.manager ? 'manager' : 'worker'
    if (role && role !== is) return fail(`it is a ${is}`)
    if (nodes !== undefined && seen.nodes !== nodes) return fail(`the swarm has ${seen.nodes} nodes`)
    if (!sockets.some(({ port }) => port === CONTROL_PORT))
      return unobservable(`${CLAIM}: nothing listens on ${CONTROL_PORT}`)
    return pass(`it is a ${is}${seen.nodes ? ` of ${seen.nodes}` : ''}`)
  },
})
