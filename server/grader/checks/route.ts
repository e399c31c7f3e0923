import { z } from 'zod'
import * as fields from '../fields.ts'
import { fail, pass } from '../scene.ts'
import { list } from '../sight.ts'
import { stateCheck } from '../state-check.ts'

const params = z
  .strictObject({
    destination: z.string().min(1).describe('Network in CIDR, an address, or default.'),
    via: fields.address.optional().describe('Gateway that it must go by. Any, or none, when left out.'),
    device: z.string().optional().describe('Interface that it must leave by. Any when left out.'),
    container: fields.container.optional().describe('Container whose routes are meant; the host when left out.'),
    absent: z.literal(true).optional().describe('true: there must be no such route.'),
    host: fields.host,
  })
  .describe('There is a route.')

export const route = stateCheck<z.infer<typeof params>>({
  name: 'route',
  params,
  needs: ['containers', 'routes'],
  expected: ({ destination, via, device, container, absent }) =>
    `${absent ? 'no' : 'a'} route to ${destination}${via ? ` via ${via}` : ''}${device ? ` by ${device}` : ''} in ${container ?? 'the host'}`,
  evidence: ({ container }) => (container ? `docker exec ${container} ip route` : 'ip route'),
  judge({ destination, via, device, container, absent }, scene) {
    const routes = container ? scene.container(container).routes : scene.host.routes
    const found = routes.find(
      (one) =>
        bare(one.destination) === bare(destination) &&
        (!via || one.gateway === via) &&
        (!device || one.device === device),
    )
    const words = routes.map((one) => `${one.destination}${one.gateway && ` via ${one.gateway}`} dev ${one.device}`)
    const observed = list(words)
    return (found !== undefined) === (absent !== true) ? pass(observed) : fail(observed)
  },
})

const bare = (destination: string) => destination.replace(/\/32$/, '').replace(/^0\.0\.0\.0\/0$/, 'default')
