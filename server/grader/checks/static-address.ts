import { z } from 'zod'
import * as fields from '../fields.ts'
import { fail, pass, unobservable } from '../scene.ts'
import { CLAIM, endpointOn } from '../sight.ts'
import { stateCheck } from '../state-check.ts'

const params = z
  .strictObject({
    container: fields.container,
    network: fields.network,
    address: fields.address.optional().describe('The address; any that was asked for when left out.'),
    host: fields.host,
  })
  .describe('A container has an address on a network that was asked for, so that it keeps it.')

export const staticAddress = stateCheck<z.infer<typeof params>>({
  name: 'static-address',
  params,
  needs: ['containers', 'interfaces'],
  expected: ({ container, network, address }) =>
    `${container} has the fixed address ${address ?? ''} on ${network}`.replace('  ', ' '),
  evidence: ({ container }) => `docker inspect -f '{{json .NetworkSettings.Networks}}' ${container}`,
  judge({ container: name, network, address }, scene) {
    const container = scene.container(name)
    const endpoint = endpointOn(container, scene.network(network))
    if (!endpoint) return fail(`${name} is not on ${network}`)
    if (!endpoint.fixedAddress)
      return fail(`${name} has ${endpoint.address}, which nobody asked for: another start may give another`)
    if (address && endpoint.address !== address) return fail(`${name} has ${endpoint.address}`)
    const shown = container.links.some((link) => link.addresses.some((own) => own.address === endpoint.address))
    if (!shown) return unobservable(`${CLAIM}: ${name} has no interface with ${endpoint.address}`)
    return pass(`${name} has ${endpoint.address}, as asked for`)
  },
})
