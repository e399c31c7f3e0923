import { z } from 'zod'
import type { Network } from '../snapshot.ts'
import { MAX_ITEMS, shortText } from './json.ts'

const BRIDGE_NAME = 'com.docker.network.bridge.name'

const network = z.object({
  Id: shortText,
  Name: shortText,
  Driver: shortText,
  Scope: shortText,
  Internal: z.boolean().nullish(),
  Attachable: z.boolean().nullish(),
  EnableIPv6: z.boolean().nullish(),
  Options: z.record(shortText, shortText).nullish(),
  IPAM: z
    .object({
      Config: z
        .array(
          z.object({
            Subnet: shortText.nullish(),
            Gateway: shortText.nullish(),
            IPRange: shortText.nullish(),
            AuxiliaryAddresses: z.record(shortText, shortText).nullish(),
          }),
        )
        .max(16)
        .nullish(),
    })
    .nullish(),
})

/** `GET /networks`, as engines 20.10 to 28 answer it. */
export const networkList = z
  .array(network)
  .max(MAX_ITEMS)
  .transform((networks) => networks.map(toNetwork))

function toNetwork(raw: z.infer<typeof network>): Network {
  const options = raw.Options ?? {}
  return {
    id: raw.Id,
    name: raw.Name,
    driver: raw.Driver,
    scope: raw.Scope,
    internal: raw.Internal ?? false,
    attachable: raw.Attachable ?? false,
    ipv6: raw.EnableIPv6 ?? false,
    subnets: (raw.IPAM?.Config ?? []).map((config) => ({
      subnet: config.Subnet ?? '',
      gateway: config.Gateway ?? '',
      range: config.IPRange ?? '',
      auxiliary: Object.values(config.AuxiliaryAddresses ?? {}),
    })),
    options,
    bridge: raw.Driver === 'bridge' ? (options[BRIDGE_NAME] ?? `br-${raw.Id.slice(0, 12)}`) : '',
  }
}
