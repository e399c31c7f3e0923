import { z } from 'zod'
import * as fields from '../fields.ts'
import { fail, pass } from '../scene.ts'
import { list } from '../sight.ts'
import { stateCheck } from '../state-check.ts'

const params = z
  .strictObject({
    container: fields.container,
    network: fields.network.optional().describe('Network whose gateway it must be.'),
    address: fields.address.optional().describe('The gateway itself.'),
    host: fields.host,
  })
  .refine(({ network, address }) => (network === undefined) !== (address === undefined), {
    error: 'either `network` or `address`',
  })
  .describe("A container's default route goes by this gateway.")

export const defaultGateway = stateCheck<z.infer<typeof params>>({
  name: 'default-gateway',
  params,
  needs: ['containers', 'routes'],
  expected: ({ container, network, address }) => `${container} leaves by ${address ?? `the gateway of ${network}`}`,
  evidence: ({ container }) => `docker exec ${container} ip route`,
  judge({ container, network, address }, scene) {
    const gateways = scene
      .container(container)
      .routes.filter(({ destination }) => destination === 'default')
      .map(({ gateway }) => gateway)
    const wanted = address ? [address] : scene.network(network ?? '').subnets.map(({ gateway }) => gateway)
    const observed = gateways.length > 0 ? `default via ${list(gateways)}` : 'it has no default route'
    return gateways.some((gateway) => wanted.includes(gateway)) ? pass(observed) : fail(observed)
  },
})
