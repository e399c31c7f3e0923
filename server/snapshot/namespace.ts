import type { z } from 'zod'
import type { ProbeAnswer, ProbeRequest } from '../lab-host/driver.ts'
import { known, printed } from './look.ts'
import { parseChains, parseIptables } from './parse/iptables.ts'
import { linkList, routeList } from './parse/links.ts'
import { fdbList, neighbourList } from './parse/neighbours.ts'
import { nftChainList } from './parse/nftables.ts'
import { parseSockets } from './parse/sockets.ts'
import type { Container, Fact, HostSnapshot, NamedNamespace } from './snapshot.ts'

/** What one program, run in a network namespace, tells of it. */
interface Part<Seen> {
  fact: Fact
  argv: string[]
  read: (text: string) => Partial<Seen>
}

const json = <T>(text: string, schema: z.ZodType<T>, program: string): T => known(text.trim() || '[]', schema, program)

/**
 * Both ways in which rules get into the kernel, IPv4 then IPv6. A comment parts the two. The list of the older way's tables
 * has to be read: every file of /proc looks empty.
 */
const SAVE = ['', '6']
  .map(
    (family) =>
      `ip${family}tables-save && { ! grep -qs . /proc/net/ip${family}_tables_names || ip${family}tables-legacy-save; }`,
  )
  .join(' && echo "#v6" && ')

function readRules(text: string) {
  const [v4 = '', v6 = ''] = text.split('#v6\n')
  return {
    iptables: [...parseIptables(v4, 4), ...parseIptables(v6, 6)],
    chains: [...parseChains(v4, 4), ...parseChains(v6, 6)],
  }
}

type Anywhere = Pick<HostSnapshot & Container & NamedNamespace, 'links' | 'routes'>

const anywhere: Part<Anywhere>[] = [
  {
    fact: 'interfaces',
    argv: ['ip', '-j', '-d', 'addr'],
    read: (text) => ({ links: json(text, linkList, 'ip addr') }),
  },
  { fact: 'routes', argv: ['ip', '-j', 'route'], read: (text) => ({ routes: json(text, routeList, 'ip route') }) },
]

const fdb: Part<Pick<HostSnapshot & NamedNamespace, 'fdb'>> = {
  fact: 'neighbours',
  argv: ['bridge', '-j', 'fdb'],
  read: (text) => ({ fdb: json(text, fdbList, 'bridge fdb') }),
}

const everyNamespace: Part<Pick<HostSnapshot & Container, 'neighbours' | 'sockets'>>[] = [
  {
    fact: 'neighbours',
    argv: ['ip', '-j', 'neigh'],
    read: (text) => ({ neighbours: json(text, neighbourList, 'ip neigh') }),
  },
  { fact: 'sockets', argv: ['ss', '-tulnpH'], read: (text) => ({ sockets: parseSockets(text) }) },
]

export const hostParts: Part<HostSnapshot>[] = [
  ...anywhere,
  ...everyNamespace,
  fdb,
  { fact: 'iptables', argv: ['sh', '-c', SAVE], read: readRules },
  {
    fact: 'nftables',
    argv: ['nft', '-j', 'list', 'ruleset'],
    read: (text) => ({ nftables: known(text, nftChainList, 'nft list ruleset') }),
  },
  { fact: 'conntrack', argv: ['conntrack', '-L'], read: (text) => ({ conntrack: text.trim().split('\n') }) },
]

export const containerParts: Part<Container>[] = [
  ...anywhere,
  ...everyNamespace,
  {
    fact: 'container-iptables',
    argv: ['sh', '-c', SAVE],
    read: (text) => ({ iptables: readRules(text).iptables }),
  },
]

export const namedParts: Part<NamedNamespace>[] = [...anywhere, fdb].map((part) => ({ ...part, fact: 'namespaces' }))

/** The programs to run for these facts. */
export function requestsFor<Seen>(
  parts: Part<Seen>[],
  needs: ReadonlySet<Fact>,
  where: { container?: string; netns?: string } = {},
): ProbeRequest[] {
  return parts.filter(({ fact }) => needs.has(fact)).map(({ argv }) => ({ op: 'exec', ...where, argv }))
}

/** Reads the answers to `requestsFor`. Throws Unseen where a program failed. */
export function readParts<Seen>(parts: Part<Seen>[], needs: ReadonlySet<Fact>, answers: ProbeAnswer[]): Partial<Seen> {
  const asked = parts.filter(({ fact }) => needs.has(fact))
  const seen = asked.map(({ argv, read }, index) =>
    read(printed(answers[index], argv[0] === 'sh' ? 'iptables-save' : argv.join(' '))),
  )
  return Object.assign({}, ...seen) as Partial<Seen>
}
