import { z } from 'zod'
import * as fields from '../fields.ts'
import { fail, pass } from '../scene.ts'
import { list } from '../sight.ts'
import { stateCheck } from '../state-check.ts'

const params = z
  .strictObject({
    name: fields.container.describe('Exact name of the service.'),
    replicas: z.int().min(0).optional().describe('Tasks that must run, no more and no fewer.'),
    mode: z.enum(['replicated', 'global']).optional().describe('Any when left out.'),
    network: fields.network.optional().describe('Network that it must be on.'),
    endpointMode: z
      .enum(['vip', 'dnsrr'])
      .optional()
      .describe('How its name resolves: one virtual address, or all tasks.'),
    published: fields.port.optional().describe('Port that it must publish.'),
    host: fields.host.describe('A manager of the swarm; the first host when left out.'),
  })
  .describe('A swarm service runs all its tasks.')

export const service = stateCheck<z.infer<typeof params>>({
  name: 'service',
  params,
  needs: ['swarm'],
  expected: ({ name, replicas }) => `service ${name} runs${replicas === undefined ? '' : ` with ${replicas} tasks`}`,
  evidence: ({ name }) => `docker service ps ${name}`,
  judge({ name, replicas, mode, network, endpointMode, published }, scene) {
    const { active, manager, services } = scene.host.swarm
    if (!active) return fail(`${scene.hostName} is in no swarm`)
    if (!manager) return fail(`${scene.hostName} is a worker; only a manager knows services`)
    const found = services.find((one) => one.name === name)
    if (!found) return fail(`there is no service ${name}; there is: ${list(services.map((one) => one.name))}`)
    if (mode && found.mode !== mode) return fail(`${name} is ${found.mode}`)
    if (network && !found.networks.includes(network)) return fail(`${name} is on ${list(found.networks)}`)
    if (endpointMode && found.endpointMode !== endpointMode) return fail(`${name} resolves by ${found.endpointMode}`)
    const ports = found.published.map(({ port }) => port)
    if (published && !ports.includes(published)) return fail(`${name} publishes ${list(ports.map(String))}`)
    const wanted = replicas ?? (found.mode === 'replicated' ? found.replicas : Math.max(1, found.running))
    const observed = `${found.running} of ${found.mode === 'replicated' ? found.replicas : 'one a node'} run`
    return found.running === wanted ? pass(observed) : fail(observed)
  },
})
