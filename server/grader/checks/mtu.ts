import { z } from 'zod'
import type { Container, HostSnapshot, Link, Network } from '../../snapshot/snapshot.ts'
import { defineCheck, type Finding } from '../check.ts'
import * as fields from '../fields.ts'
import { CLAIM, endpointOn, hostOf, interfaceOn, list, networkNamed, report, runningContainer } from '../sight.ts'

const bytes = z.int().min(68, { error: 'bytes, 68 to 65535' }).max(65535, { error: 'bytes, 68 to 65535' })

const params = z
  .strictObject({
    network: fields.network
      .optional()
      .describe('Judge this bridge network: its bridge and the interface of every running container on it.'),
    container: fields.container.optional().describe('Judge every interface of this container, loopback apart.'),
    interface: z.string().optional().describe('Judge this interface of the host, e.g. eth0 or a VXLAN made by hand.'),
    equals: z
      .union([bytes, z.string()], { error: 'bytes, or the name of a LAN' })
      .describe('MTU in bytes, or the name of a LAN of the lab whose MTU is meant, e.g. lan.'),
    host: fields.host,
  })
  .refine((value) => [value.network, value.container, value.interface].filter(Boolean).length === 1, {
    error: 'one of `network`, `container` and `interface`',
  })
  .describe('Interfaces have this MTU in the kernel.')

type Params = z.infer<typeof params>

export const mtu = defineCheck<Params>({
  name: 'mtu',
  params,
  needs: ['containers', 'interfaces'],
  questions: () => [],
  judge(wanted, snapshot) {
    const host = hostOf(snapshot, wanted.host)
    const what = wanted.network ? `network ${wanted.network}` : (wanted.container ?? wanted.interface)
    if (!('value' in host)) return report(`MTU of ${what}`, '').missing(host)
    const size = typeof wanted.equals === 'number' ? wanted.equals : host.value.lanMtu[wanted.equals]
    const like = typeof wanted.equals === 'number' ? '' : `, like ${wanted.equals}`
    const expected = `MTU ${size ?? 'unknown'} on ${what}${like}`
    if (size === undefined) return report(expected, '').unobservable(`the host is on no LAN named ${wanted.equals}`)
    if (wanted.interface) return judgeInterface(host.value, wanted.interface, size, expected)
    return wanted.network
      ? judgeNetwork(host.value, wanted.network, size, expected)
      : judgeContainer(host.value, wanted.container ?? '', size, expected)
  },
})

function judgeInterface(host: HostSnapshot, name: string, size: number, expected: string): Finding {
  const { pass, fail } = report(expected, `ip link show ${name}`)
  const link = host.links.find((one) => one.name === name)
  if (!link) return fail(`there is no ${name}; there is: ${list(host.links.map((one) => one.name))}`)
  return link.mtu === size ? pass(words(link)) : fail(words(link))
}

function judgeContainer(host: HostSnapshot, name: string, size: number, expected: string): Finding {
  const { pass, fail, missing } = report(expected, `docker exec ${name} ip link`)
  const container = runningContainer(host, name)
  if (!('value' in container)) return missing(container)
  const links = container.value.links.filter((link) => link.name !== 'lo' && link.up)
  const observed = `${name}: ${list(links.map(words))}`
  return links.length > 0 && links.every((link) => link.mtu === size) ? pass(observed) : fail(observed)
}

function judgeNetwork(host: HostSnapshot, name: string, size: number, expected: string): Finding {
  const network = networkNamed(host, name)
  if (!('value' in network)) return report(expected, `docker network inspect ${name}`).missing(network)
  const { bridge } = network.value
  const { pass, fail, unobservable } = report(
    expected,
    `ip link show ${bridge || 'type bridge'}; ip link show master ${bridge}`,
  )
  if (!bridge) return fail(`network ${name} has the driver ${network.value.driver}, which has no bridge`)
  const device = host.links.find((link) => link.name === bridge)
  if (!device) return unobservable(`${CLAIM}: no bridge ${bridge} behind network ${name}`)
  const members = host.containers.filter((container) => container.running && endpointOn(container, network.value))
  if (members.length === 0) return fail(`${words(device)}, and no running container on ${name} that would use it`)
  const hidden = members.find((container) => !interfaceOn(host, container, network.value))
  if (hidden) return unobservable(hiddenWords(hidden, network.value))
  const ends = members.map((container) => ({ container, link: interfaceOn(host, container, network.value) as Link }))
  const odd = [device, ...ends.map((end) => end.link)].some((link) => link.mtu !== size)
  const observed = list([words(device), ...ends.map((end) => `${end.container.name} ${words(end.link)}`)])
  return odd ? fail(observed) : pass(observed)
}

function hiddenWords(container: Container, network: Network): string {
  if (container.unseen) return `${container.name} could not be looked into: ${container.unseen}`
  return `${CLAIM}: ${container.name} has no interface on ${network.name}`
}

function words(link: Link): string {
  return `${link.name} has MTU ${link.mtu}`
}
