import { z } from 'zod'
import { defineAnswer } from '../check.ts'
import * as fields from '../fields.ts'
import { CLAIM, endpointOn, hostOf, interfaceOn, networkNamed, runningContainer } from '../sight.ts'

const params = z
  .strictObject({ container: fields.container, network: fields.network, host: fields.host })
  .describe("A container's IPv4 address on a network.")

export const addressOf = defineAnswer<z.infer<typeof params>>({
  name: 'address-of',
  params,
  needs: ['containers', 'interfaces'],
  wanted: ({ container, network }) => `the address of ${container} on ${network}`,
  expected({ container: name, network: networkName, host: hostName }, snapshot) {
    const host = hostOf(snapshot, hostName)
    if (!('value' in host)) return { unobservable: host.observed }
    const network = networkNamed(host.value, networkName)
    if (!('value' in network)) return { unobservable: network.observed }
    const container = runningContainer(host.value, name)
    if (!('value' in container)) return { unobservable: container.observed }
    const endpoint = endpointOn(container.value, network.value)
    if (!endpoint) return { unobservable: `${name} is not on ${networkName}` }
    if (!interfaceOn(host.value, container.value, network.value)) {
      return { unobservable: `${CLAIM}: ${name} has no interface with ${endpoint.address}` }
    }
    return { accepted: [endpoint.address, `${endpoint.address}/${endpoint.prefixLength}`] }
  },
  evidence: ({ container }) => `docker inspect -f '{{json .NetworkSettings.Networks}}' ${container}`,
})
