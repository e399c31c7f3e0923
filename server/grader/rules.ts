import { z } from 'zod'
import type { HostSnapshot, Rule } from '../snapshot/snapshot.ts'
import * as fields from './fields.ts'
import { Absent, type Scene, unobservable } from './scene.ts'

// How an author names rules of iptables, and which rules a packet can meet.

export const table = z
  .enum(['filter', 'nat', 'mangle', 'raw'])
  .optional()
  .describe('Table of iptables; filter when left out.')

export const family = z
  .union([z.literal(4), z.literal(6)], { error: '4 or 6' })
  .optional()
  .describe('4 (iptables) or 6 (ip6tables); 4 when left out.')

export const chain = z.string().min(1).max(29).describe('Chain, e.g. DOCKER-USER.')

const described = {
  target: z.string().optional().describe('What it does: ACCEPT, DROP, REJECT, DNAT, the name of a chain …'),
  source: z.string().optional().describe('Its -s, with or without /32.'),
  destination: z.string().optional().describe('Its -d, with or without /32.'),
  port: fields.port.optional().describe('Its --dport.'),
  protocol: z.string().optional().describe('Its -p.'),
  in: z.string().optional().describe('Its -i.'),
  out: z.string().optional().describe('Its -o.'),
  text: z.string().optional().describe('A piece of the rule as iptables -S prints it, e.g. --ctorigdstport 8000.'),
}

/** A rule by what is known of it; what is left out may be anything. */
export const description = z.strictObject(described)
export const descriptionFields = described
export type Description = z.infer<typeof description>

export function matches(rule: Rule, wanted: Description): boolean {
  const texts = ['target', 'protocol', 'in', 'out'] as const
  return (
    texts.every((key) => wanted[key] === undefined || wanted[key] === rule[key]) &&
    (['source', 'destination'] as const).every(
      (key) => wanted[key] === undefined || bare(wanted[key]) === bare(rule[key]),
    ) &&
    (wanted.port === undefined || wanted.port === rule.destinationPort) &&
    (wanted.text === undefined || rule.text.includes(wanted.text))
  )
}

const bare = (address: string) => address.replace(/\/(32|128)$/, '')

export const wordsOf = (wanted: Description): string =>
  Object.entries(wanted)
    .filter(([key, value]) => key in described && value !== undefined)
    .map(([key, value]) => `${key} ${value}`)
    .join(', ') || 'any'

export const rulesOf = (
  host: HostSnapshot,
  name: string,
  of: 'filter' | 'nat' | 'mangle' | 'raw' = 'filter',
  version: 4 | 6 = 4,
) => host.iptables.filter((rule) => rule.chain === name && rule.table === of && rule.family === version)

/** Which rules are to be counted; what is left out may be anything. */
interface Counted {
  table?: Rule['table']
  chain?: string
  target?: string
  family?: 4 | 6
}

export const counted = (host: HostSnapshot, { table: of, chain: name, target, family: version = 4 }: Counted) =>
  host.iptables.filter(
    (rule) =>
      rule.family === version &&
      (!of || rule.table === of) &&
      (!name || rule.chain === name) &&
      (!target || rule.target === target),
  )

/** How a person would count the same. */
export function countCommand({ table: of, chain: name, target, family: version }: Counted): string {
  const rule = `^-A${name ? ` ${name} ` : ''}${target ? `.*-j ${target}` : ''}`
  return `ip${version === 6 ? '6' : ''}tables-save${of ? ` -t ${of}` : ''} | grep -c -e '${rule}'`
}

/** Rules that a packet can meet which enters by this chain, through every chain that it jumps to. */
export function metFrom(host: HostSnapshot, entry: string, of: Rule['table']): Rule[] {
  const all = host.iptables.filter((rule) => rule.table === of && rule.family === 4)
  const chains = new Set([entry])
  for (const name of chains) for (const rule of all) if (rule.chain === name) chains.add(rule.target)
  return all.filter((rule) => chains.has(rule.chain))
}

/** DNAT rules that lead a packet from outside to one of these addresses. */
export const dnatTo = (host: HostSnapshot, addresses: string[]): Rule[] =>
  metFrom(host, 'PREROUTING', 'nat').filter(
    ({ target, toDestination }) => target === 'DNAT' && addresses.includes(toDestination.replace(/:\d+$/, '')),
  )

/** DNAT rules for TCP that a packet from the LAN meets: in a chain that PREROUTING leads to, for an address of this host. */
export function incomingDnat(host: HostSnapshot): Rule[] {
  const own = Object.values(host.addresses).flatMap((address) => [address, `${address}/32`])
  const anyOrOwn = ['', '0.0.0.0/0', ...own]
  return metFrom(host, 'PREROUTING', 'nat').filter(
    (rule) =>
      rule.target === 'DNAT' &&
      rule.protocol === 'tcp' &&
      rule.destinationPort > 0 &&
      anyOrOwn.includes(rule.destination),
  )
}

/** Where a packet from the LAN to this port of the host is sent. Throws Absent where no rule sends it anywhere. */
export function sentTo(scene: Scene, hostPort: number): { address: string; port: number } {
  const rule = incomingDnat(scene.host).find(({ destinationPort }) => destinationPort === hostPort)
  if (!rule) throw new Absent(unobservable(`no rule sends port ${hostPort} elsewhere`))
  const [address = '', port] = rule.toDestination.split(':')
  return { address, port: port === undefined ? hostPort : Number(port) }
}
