import { z } from 'zod'
import type { Link } from '../../snapshot/snapshot.ts'
import * as fields from '../fields.ts'
import { Absent, fail, pass, type Scene } from '../scene.ts'
import { list } from '../sight.ts'
import { stateCheck } from '../state-check.ts'

const params = z
  .strictObject({
    name: z.string().min(1).max(15).describe('Name of the interface.'),
    container: fields.container.optional().describe('Container that has it; the host when left out.'),
    netns: z.string().optional().describe('Namespace made by `ip netns add` that has it.'),
    address: z.string().optional().describe('Address that it must have, with or without its prefix length.'),
    kind: z.string().optional().describe('bridge, veth, macvlan, vxlan …'),
    up: z.boolean().optional().describe('Whether it must be up (true) or down (false).'),
    mtu: z.int().min(68).max(65535).optional().describe('MTU in bytes.'),
    absent: z.literal(true).optional().describe('true: there must be no such interface.'),
    host: fields.host,
  })
  .describe('There is a network interface.')

type Params = z.infer<typeof params>

export const interfaceCheck = stateCheck<Params>({
  name: 'interface',
  params,
  needs: ['containers', 'interfaces', 'namespaces'],
  expected: ({ name, container, netns, address, kind, up, mtu, absent }) =>
    `${absent ? 'no interface' : 'an interface'} ${name} in ${container ?? netns ?? 'the host'}${[
      kind,
      address,
      up !== undefined && (up ? 'up' : 'down'),
      mtu && `MTU ${mtu}`,
    ]
      .filter(Boolean)
      .map((word) => `, ${word}`)
      .join('')}`,
  evidence: ({ name, container, netns }) =>
    `${container ? `docker exec ${container} ` : netns ? `ip netns exec ${netns} ` : ''}ip -d address show ${name}`,
  judge(given, scene) {
    const links = linksOf(given, scene)
    const link = links.find(({ name }) => name === given.name)
    if (given.absent) return link ? fail(words(link)) : pass('there is none')
    if (!link) return fail(`there is: ${list(links.map(({ name }) => name))}`)
    return fits(link, given) ? pass(words(link)) : fail(words(link))
  },
})

export function linksOf({ container, netns }: Pick<Params, 'container' | 'netns'>, scene: Scene): Link[] {
  if (container) return scene.container(container).links
  if (!netns) return scene.host.links
  const found = scene.host.namespaces.find(({ path }) => path === `/run/netns/${netns}`)
  if (found) return found.links
  const names = scene.host.namespaces.flatMap(({ path }) => (path.startsWith('/run/netns/') ? [path.slice(11)] : []))
  throw new Absent(fail(`there is no namespace ${netns}; there is: ${list(names)}`))
}

function fits(link: Link, { address, kind, up, mtu }: Params): boolean {
  const own = [...link.addresses, ...link.addresses6].flatMap((one) => [
    one.address,
    `${one.address}/${one.prefixLength}`,
  ])
  return (
    (address === undefined || own.includes(address)) &&
    (kind === undefined || link.kind === kind) &&
    (up === undefined || link.up === up) &&
    (mtu === undefined || link.mtu === mtu)
  )
}

function words({ name, kind, up, mtu, addresses }: Link): string {
  const own = addresses.map((one) => `${one.address}/${one.prefixLength}`)
  return `${name}: ${[kind || 'device', up ? 'up' : 'down', `MTU ${mtu}`, list(own)].join(', ')}`
}
