import { z } from 'zod'
import * as fields from '../fields.ts'
import { fail, pass, unobservable } from '../scene.ts'
import { CLAIM, endpointOn, interfaceOn, list } from '../sight.ts'
import { stateCheck } from '../state-check.ts'

const params = z
  .strictObject({
    containers: z
      .array(fields.container)
      .min(2, { error: 'two containers or more' })
      .describe('All of them must share one.'),
    userDefined: z.boolean().optional().describe('True: the default bridge does not count.'),
    host: fields.host,
  })
  .describe('Running containers have a network in common.')

export const sharesNetwork = stateCheck<z.infer<typeof params>>({
  name: 'shares-network',
  params,
  needs: ['containers', 'interfaces'],
  expected: ({ containers, userDefined }) => `${list(containers)} share a ${userDefined ? 'user-defined ' : ''}network`,
  evidence: ({ containers }) =>
    `docker inspect -f '{{.Name}} {{json .NetworkSettings.Networks}}' ${containers.join(' ')}`,
  judge({ containers, userDefined }, scene) {
    const found = containers.map((name) => scene.container(name))
    const shared = scene.host.networks.filter(
      (network) =>
        !(userDefined && network.name === 'bridge') && found.every((container) => endpointOn(container, network)),
    )
    const where = found
      .map(({ name, endpoints }) => `${name} is on ${list(endpoints.map(({ network }) => network))}`)
      .join('; ')
    if (shared.length === 0) return fail(where)
    const proven = shared.find((network) => found.every((container) => interfaceOn(scene.host, container, network)))
    return proven ? pass(`they share ${proven.name}`) : unobservable(`${CLAIM}: ${where}`)
  },
})
