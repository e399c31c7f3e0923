// A lesson shows real output of one run; another run prints other ids and times. The text stays real, and these rules say
// what may differ. A thing that differs must differ the same way everywhere: where the lesson shows one id twice, the run
// has to show one id twice.
//
// - Ids of 12 or 64 hex digits, MAC addresses, names of veth interfaces and link-local addresses always vary.
// - `…` in a line stands for any text, a line of `…` alone for any lines.
// - `varies="…"` on the output block: `number` (every number in it), `address` (every IPv4 address in it), `order` (the
//   lines may come in any order), and any other word for itself: `varies="41773"` is one number, the same wherever it stands.
// - Runs of spaces count as one, and empty lines do not count: columns are as wide as what is in them.

/** What the lesson's changing words are in this run. */
export type Bindings = ReadonlyMap<string, string>

const ADDRESS = String.raw`\d{1,3}(?:\.\d{1,3}){3}`
const NUMBER = String.raw`\d+(?:\.\d+)?`
const ALWAYS = ['(?:[0-9a-f]{2}:){5}[0-9a-f]{2}', 'veth[0-9a-f]{7}', 'fe80::[0-9a-f:]+', '[0-9a-f]{64}', '[0-9a-f]{12}']

/** The bindings after this output, or undefined where what was observed is not what the lesson shows. */
export function match(
  expected: string,
  observed: string,
  varies: string[] = [],
  bound: Bindings = new Map(),
): Bindings | undefined {
  const rules = { anyOrder: varies.includes('order'), pattern: variable(varies), free: varies }
  return matchLines(lines(expected), lines(observed), rules, bound)
}

interface Rules {
  anyOrder: boolean
  /** What in a line of the lesson is not to be taken literally. */
  pattern: RegExp
  free: string[]
}

const lines = (text: string) =>
  text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean)

function matchLines(expected: string[], observed: string[], rules: Rules, bound: Bindings): Bindings | undefined {
  const [first, ...rest] = expected
  if (first === undefined) return observed.length === 0 ? bound : undefined
  if (first === '…') {
    for (let skipped = 0; skipped <= observed.length; skipped++) {
      const after = matchLines(rest, observed.slice(skipped), rules, bound)
      if (after) return after
    }
    return undefined
  }
  for (const [index, line] of (rules.anyOrder ? observed : observed.slice(0, 1)).entries()) {
    const after = matchLine(first, line, rules, bound)
    const done = after && matchLines(rest, observed.toSpliced(index, 1), rules, after)
    if (done) return done
  }
  return undefined
}

function matchLine(expected: string, observed: string, rules: Rules, bound: Bindings): Bindings | undefined {
  const groups = new Map<string, string>()
  const source = pieces(expected, rules.pattern).map(({ text, varies }) => {
    if (!varies) return literal(text)
    if (text === '…') return '.*?'
    if (!isBound(text, rules.free))
      return isAddress(text) && !rules.free.includes('address') ? literal(text) : shapeOf(text)
    const known = bound.get(text)
    if (known !== undefined) return literal(known)
    const group = groups.get(text)
    if (group) return `\\k<${group}>`
    groups.set(text, `v${groups.size}`)
    return `(?<v${groups.size - 1}>${shapeOf(text)})`
  })
  const found = new RegExp(`^${source.join('')}$`).exec(observed)
  if (!found) return undefined
  return new Map([...bound, ...[...groups].map(([text, group]) => [text, found.groups?.[group] ?? ''] as const)])
}

/** Numbers and addresses that only a kind names may each be anything; all else is one thing wherever it stands. */
function isBound(text: string, free: string[]): boolean {
  return free.includes(text) || ALWAYS.some((source) => new RegExp(`^${source}$`).test(text))
}

const isAddress = (text: string) => new RegExp(`^${ADDRESS}$`).test(text)

function shapeOf(text: string): string {
  const shape = [...ALWAYS, ADDRESS, NUMBER].find((source) => new RegExp(`^${source}$`).test(text))
  return shape ?? '\\S+?'
}

function variable(varies: string[]): RegExp {
  const own = varies
    .filter((word) => !['number', 'address', 'order'].includes(word))
    .map((word) => apart(escaped(word)))
  const kinds = [
    ...(varies.includes('address') || varies.includes('number') ? [ADDRESS] : []),
    ...(varies.includes('number') ? [NUMBER] : []),
  ]
  return new RegExp(['…', ...own, ...ALWAYS.map(apart), ...kinds].join('|'), 'g')
}

/** Not as a part of a longer word. */
const apart = (shape: string) => `(?<![0-9A-Za-z])${shape}(?![0-9A-Za-z])`

function pieces(line: string, pattern: RegExp): { text: string; varies: boolean }[] {
  const found: { text: string; varies: boolean }[] = []
  let at = 0
  for (const { 0: text, index } of line.matchAll(pattern)) {
    found.push({ text: line.slice(at, index), varies: false }, { text, varies: true })
    at = index + text.length
  }
  return [...found, { text: line.slice(at), varies: false }]
}

const literal = (text: string) => text.split(/\s+/).map(escaped).join('\\s+')

const escaped = (text: string) => text.replaceAll(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
