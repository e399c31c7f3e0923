import { z } from 'zod'
import type { Link, Route } from '../snapshot.ts'

const link = z.object({
  ifname: z.string(),
  ifindex: z.number(),
  link_index: z.number().optional(),
  /** Name of the other end where it is in the same namespace. */
  link: z.string().nullish(),
  flags: z.array(z.string()).default([]),
  mtu: z.number(),
  address: z.string().default(''),
  master: z.string().default(''),
  promiscuity: z.number().default(0),
  linkinfo: z
    .object({
      info_kind: z.string().default(''),
      info_data: z
        .object({
          mode: z.string().optional(),
          id: z.number().optional().catch(undefined),
          port: z.number().optional(),
        })
        .optional()
        .catch(undefined),
    })
    .optional(),
  addr_info: z
    .array(z.object({ family: z.string().optional(), local: z.string().optional(), prefixlen: z.number().optional() }))
    .default([]),
})

/** `ip -j -d addr`: the kernel's interfaces with their addresses. */
export const linkList = z.array(link.or(z.strictObject({}))).transform((found): Link[] => {
  const links = found.filter((one) => 'ifname' in one)
  const indexOf = new Map(links.map((one) => [one.ifname, one.ifindex]))
  return links.map((one) => ({
    name: one.ifname,
    index: one.ifindex,
    peerIndex: one.link_index ?? indexOf.get(one.link ?? '') ?? 0,
    mtu: one.mtu,
    up: one.flags.includes('UP'),
    mac: one.address,
    master: one.master,
    kind: one.linkinfo?.info_kind ?? '',
    addresses: addressesOf(one.addr_info, 'inet'),
    addresses6: addressesOf(one.addr_info, 'inet6'),
    promiscuity: one.promiscuity,
    mode: one.linkinfo?.info_data?.mode ?? '',
    vni: one.linkinfo?.info_kind === 'vxlan' ? (one.linkinfo.info_data?.id ?? 0) : 0,
    vxlanPort: one.linkinfo?.info_kind === 'vxlan' ? (one.linkinfo.info_data?.port ?? 0) : 0,
  }))
})

function addressesOf(all: z.infer<typeof link>['addr_info'], family: string): Link['addresses'] {
  return all
    .filter((own) => own.family === family)
    .map((own) => ({ address: own.local ?? '', prefixLength: own.prefixlen ?? 0 }))
}

const route = z.object({ dst: z.string(), gateway: z.string().default(''), dev: z.string().default('') })

/** `ip -j route`. */
export const routeList = z
  .array(route)
  .transform((routes): Route[] => routes.map(({ dst, gateway, dev }) => ({ destination: dst, gateway, device: dev })))
