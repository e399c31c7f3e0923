import { z } from 'zod'
import * as fields from '../fields.ts'
import { Absent, unobservable } from '../scene.ts'
import { stateAnswer } from '../state-answer.ts'

const params = z
  .strictObject({ network: fields.network, host: fields.host })
  .describe("The host's own IPv4 address on a bridge network, the gateway of its containers.")

export const gatewayOf = stateAnswer<z.infer<typeof params>>({
  name: 'gateway-of',
  params,
  needs: ['interfaces'],
  wanted: ({ network }) => `one address on ${network}`,
  accepted({ network }, scene) {
    const bridge = scene.bridge(network)
    // The kernel lists the address that was there first before those that somebody added.
    const [own] = bridge.addresses
    if (!own) throw new Absent(unobservable(`${bridge.name} has no IPv4 address`))
    return [own.address, `${own.address}/${own.prefixLength}`]
  },
  evidence: ({ network }) => `docker network inspect -f '{{json .IPAM.Config}}' ${network}; ip -br -4 addr`,
})
