import type { Container, Resolver } from '../snapshot.ts'

/** A file of a learner's container may be anything; a sane one has fewer lines that count. */
const MAX_LINES = 200

/** /etc/resolv.conf as glibc reads it: the first three nameservers, the last search list. */
export function parseResolvConf(text: string): Resolver {
  const resolver: Resolver = { nameservers: [], search: [], options: [] }
  for (const [key, ...values] of linesOf(text)) {
    if (key === 'nameserver' && values[0] && resolver.nameservers.length < 3) resolver.nameservers.push(values[0])
    if (key === 'search' || key === 'domain') resolver.search = values
    if (key === 'options') resolver.options.push(...values)
  }
  return resolver
}

/** /etc/hosts: an address and its names per line. */
export function parseHostsFile(text: string): Container['hostsFile'] {
  return linesOf(text).flatMap(([address, ...names]) => (address && names.length > 0 ? [{ address, names }] : []))
}

function linesOf(text: string): string[][] {
  return text
    .split('\n')
    .map((line) => line.replace(/[#;].*$/, '').trim())
    .filter((line) => line !== '')
    .slice(0, MAX_LINES)
    .map((line) => line.split(/\s+/))
}
