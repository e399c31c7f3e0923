import type { Chain, Rule } from '../snapshot.ts'

/** The rules in what `iptables-save` or `ip6tables-save` prints, in their order. */
export function parseIptables(text: string, family: 4 | 6 = 4): Rule[] {
  const rules: Rule[] = []
  let table = ''
  for (const line of text.split('\n')) {
    if (line.startsWith('*')) table = line.slice(1).trim()
    const [, chain, rule] = /^(?:\[\d+:\d+\] )?-A (\S+) ?(.*)$/.exec(line.trim()) ?? []
    if (chain !== undefined) rules.push(toRule(family, table, chain, rule ?? ''))
  }
  return rules
}

/** The chains, each with its policy where it is built in. */
export function parseChains(text: string, family: 4 | 6): Chain[] {
  const chains: Chain[] = []
  let table = ''
  for (const line of text.split('\n')) {
    if (line.startsWith('*')) table = line.slice(1).trim()
    const [, name, policy] = /^:(\S+) (\S+)/.exec(line) ?? []
    if (name !== undefined) chains.push({ family, table, name, policy: policy === '-' ? '' : (policy ?? '') })
  }
  return chains
}

function toRule(family: 4 | 6, table: string, chain: string, text: string): Rule {
  const options = readOptions(words(text))
  return {
    family,
    table,
    chain,
    text,
    target: options.get('-j') ?? options.get('-g') ?? '',
    protocol: options.get('-p') ?? '',
    source: options.get('-s') ?? '',
    in: options.get('-i') ?? '',
    out: options.get('-o') ?? '',
    destination: options.get('-d') ?? '',
    destinationPort: portOf(options.get('--dport')),
    toDestination: options.get('--to-destination') ?? '',
  }
}

/** Options with their first value; a negated one keeps its `!` before the value. */
function readOptions(all: string[]): Map<string, string> {
  const options = new Map<string, string>()
  all.forEach((word, index) => {
    if (!word.startsWith('-') || options.has(word)) return
    const value = all[index + 1] ?? ''
    options.set(word, all[index - 1] === '!' ? `! ${value}` : value)
  })
  return options
}

/** A single port; 0 for none, for a range and for a negation, which no published port has. */
function portOf(value: string | undefined): number {
  return value !== undefined && /^\d+$/.test(value) ? Number(value) : 0
}

/** Words as a shell would split them; what stood in quotes never begins with `-`, so that it is no option. */
function words(text: string): string[] {
  const parts = text.match(/"(?:\\.|[^"\\])*"|\S+/g) ?? []
  return parts.map((part) => (part.startsWith('"') ? ` ${part.slice(1, -1).replaceAll(/\\(.)/g, '$1')}` : part))
}
