import type { Rule } from '../snapshot.ts'

/** The rules in what `iptables-save` prints, in their order. */
export function parseIptables(text: string): Rule[] {
  const rules: Rule[] = []
  let table = ''
  for (const line of text.split('\n')) {
    if (line.startsWith('*')) table = line.slice(1).trim()
    const [, chain, rule] = /^(?:\[\d+:\d+\] )?-A (\S+) ?(.*)$/.exec(line.trim()) ?? []
    if (chain !== undefined) rules.push(toRule(table, chain, rule ?? ''))
  }
  return rules
}

function toRule(table: string, chain: string, text: string): Rule {
  const options = readOptions(words(text))
  return {
    table,
    chain,
    text,
    target: options.get('-j') ?? options.get('-g') ?? '',
    protocol: options.get('-p') ?? '',
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
