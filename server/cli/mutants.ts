import type { Script } from '../catalog/index.ts'
import { type Unit, unitsOf } from './shell-units.ts'

/** A solution with one mistake in it. */
export interface Mutant {
  /** The same for the same solution, e.g. `drop-7`, `port-12`. */
  id: string
  /** Line of the solution's file. */
  line: number
  /** The task whose section it is in; absent: that of none. */
  task?: string
  /** What was changed, one line. */
  text: string
  script: Script
}

/** A change of one section's body. */
interface Change {
  kind: 'drop' | 'swap' | Site['kind']
  line: number
  text: string
  body: string
}

/** A place in a command where a value stands. */
interface Site {
  kind: 'address' | 'mtu' | 'port' | 'name'
  at: number
  from: string
  to: string
}

/**
 * Every way to do one thing less, two things the other way round, or one thing with another name, address, port or MTU.
 * Sections, their lines and the task of an `answer` stay. `values`: of the vars in some attempt, by the name that scripts
 * have for them; they tell a name from a number.
 */
export function mutantsOf(solution: Script, values: Record<string, string>): Mutant[] {
  const ids = new Map<string, number>()
  return solution.sections.flatMap((section, index) => {
    const bodies = new Set([section.body])
    return changesOf(section.body, section.line, values).flatMap(({ kind, line, text, body }) => {
      if (bodies.has(body)) return []
      bodies.add(body)
      const count = (ids.get(`${kind}-${line}`) ?? 0) + 1
      ids.set(`${kind}-${line}`, count)
      const id = count > 1 ? `${kind}-${line}-${count}` : `${kind}-${line}`
      const sections = solution.sections.with(index, { ...section, body })
      return [{ id, line, task: section.task, text, script: { ...solution, name: id, sections } }]
    })
  })
}

/** `count` of the list, as far from each other as they can be. */
export function spread<T>(list: T[], count: number): T[] {
  const step = Math.max(1, list.length / count)
  return Array.from({ length: Math.min(count, list.length) }, (_, index) => list[Math.floor(index * step)]!)
}

/** In the order of lines. */
function changesOf(body: string, first: number, values: Record<string, string>): Change[] {
  const units = unitsOf(body).filter(({ text }) => !/^\s*set [-+]/.test(text))
  return units.flatMap((unit, index) => {
    const line = first + unit.line
    const where = placeOf(unit, first)
    const next = units[index + 1]
    const drop: Change = {
      kind: 'drop',
      line,
      text: `${where} dropped: ${brief(unit)}`,
      body: replaced(body, [[unit, unit.text.replaceAll(/[^\n]/g, '')]]),
    }
    const swap: Change[] = next
      ? [
          {
            kind: 'swap',
            line,
            text: `${where} after ${placeOf(next, first)}: ${brief(unit)}`,
            body: replaced(body, [
              [unit, next.text],
              [next, unit.text],
            ]),
          },
        ]
      : []
    const sites = sitesOf(unit.text, values).map((site): Change => {
      const text = unit.text.slice(0, site.at) + site.to + unit.text.slice(site.at + site.from.length)
      const at = line + unit.text.slice(0, site.at).split('\n').length - 1
      return {
        kind: site.kind,
        line: at,
        text: `line ${at}, ${site.from} now ${site.to}: ${brief(unit)}`,
        body: replaced(body, [[unit, text]]),
      }
    })
    return [drop, ...swap, ...sites]
  })
}

/** The body with other texts in place of units, given in the order of lines. */
function replaced(body: string, texts: [Unit, string][]): string {
  const lines = body.split('\n')
  for (const [{ line, text }, other] of texts.toReversed()) lines.splice(line, text.split('\n').length, other)
  return lines.join('\n')
}

function placeOf({ line, text }: Unit, first: number): string {
  const last = first + line + text.split('\n').length - 1
  return last > first + line ? `lines ${first + line}-${last}` : `line ${last}`
}

const SHOWN = 90

/** A command on one line. */
function brief({ text }: Unit): string {
  const line = text.replaceAll(/\s*\\?\n\s*/g, ' ').trim()
  return line.length > SHOWN ? `${line.slice(0, SHOWN - 1)}…` : line
}

const ADDRESS = /(?<![\w.])(?:\d{1,3}\.){3}\d{1,3}(?:\/\d{1,2})?(?![\w.])/g
const MTU = /(?<=mtu["']?(?:[:=]| +)\s*["']?)\d{3,5}\b/gi
/** Behind a colon or an option; before a colon or the name of a protocol. */
const PORT =
  /(?<=(?<!:):|\s--?(?:dport|sport|port|p)[ =]["']?)\d{2,5}(?![\w.])|(?<![\w.:])\d{2,5}(?=:[\d$]|\/(?:tcp|udp)\b)/g
const VAR = /\$(?:\{([A-Z_][A-Z0-9_]*)\}|([A-Z_][A-Z0-9_]*))/g
const NAMES = [
  /(?<=\s--(?:name|network|net|alias|network-alias|hostname|parent)[ =]["']?)[a-z][\w.-]*/g,
  /(?<=:\/\/)[a-z][\w-]*/g,
  /(?<=\bip\s[^|;&\n]*\s(?:dev|master|netns|name|link|peer) )[a-z][\w.-]*/g,
]
const ON_NETWORKS = /(?<=\bdocker network (?:create|rm|connect|disconnect)\s)(?:[^|;&\n\\]|\\\n)*/g
/** Options of those commands that take no value. */
const BARE = ['--internal', '--attachable', '--ipv6', '--force', '-f']

/** Values in a command that can be other ones, each place once, in their order. */
function sitesOf(text: string, values: Record<string, string>): Site[] {
  const found = (pattern: RegExp, kind: Site['kind'], to: (from: string) => string): Site[] =>
    [...text.matchAll(pattern)].map(({ 0: from, index: at }) => ({ kind, at, from, to: to(from) }))
  const vars = [...text.matchAll(VAR)].flatMap(({ 0: from, 1: braced, 2: bare, index: at }): Site[] => {
    const name = braced ?? bare ?? ''
    const other = Object.hasOwn(values, name) ? otherVar(name, values[name]!) : undefined
    return other ? [{ ...other, at, from }] : []
  })
  const sites = [
    ...found(ADDRESS, 'address', otherAddress),
    ...found(MTU, 'mtu', otherMtu),
    ...vars,
    ...NAMES.flatMap((pattern) => found(pattern, 'name', otherName)),
    ...operandsOf(text),
    ...found(PORT, 'port', otherPort),
  ]
  const kept: Site[] = []
  for (const site of sites) if (!isFixed(text, site) && !kept.some((other) => overlap(site, other))) kept.push(site)
  return kept.sort((one, other) => one.at - other.at)
}

/** Networks and containers that commands on networks name by their place. */
function operandsOf(text: string): Site[] {
  return [...text.matchAll(ON_NETWORKS)].flatMap(({ 0: rest, index }) => {
    const words = [...rest.matchAll(/[^\s\\]+/g)]
    const operands = words.filter(({ 0: word }, at) => {
      const before = words[at - 1]?.[0] ?? ''
      return /^[a-z][\w.-]*$/.test(word) && (!/^-[^=]*$/.test(before) || BARE.includes(before))
    })
    return operands.map(({ 0: from, index: at }): Site => ({ kind: 'name', at: index + at, from, to: otherName(from) }))
  })
}

const overlap = (one: Site, other: Site) => one.at < other.at + other.from.length && other.at < one.at + one.from.length

/** In a comment, or the task that an answer is for. */
function isFixed(text: string, { at }: Site): boolean {
  const before = text.slice(text.lastIndexOf('\n', at - 1) + 1, at)
  return /(?:^|\s)#\s/.test(before) || /(?:^|[\s;&|])answer\s+\S*$/.test(before)
}

function otherAddress(address: string): string {
  const [numbers = '', prefix] = address.split('/')
  const octets = numbers.split('.').map(Number)
  // Of a subnet, the last number that tells it from others.
  const which = prefix && octets[3] === 0 ? Math.max(0, Math.ceil(Number(prefix) / 8) - 1) : 3
  octets[which] = octets[which]! < 254 ? octets[which]! + 1 : octets[which]! - 1
  return octets.join('.') + (prefix ? `/${prefix}` : '')
}

const otherName = (name: string) => `${name}-2`
const otherMtu = (mtu: string) => String(Number(mtu) - 100)
const otherPort = (port: string) => String(Number(port) < 65_535 ? Number(port) + 1 : Number(port) - 1)

/** What stands in a script for another value than that of a var; none where no other is known to fit. */
function otherVar(name: string, value: string): Pick<Site, 'kind' | 'to'> | undefined {
  if (/^\d+$/.test(value)) {
    return /MTU/.test(name) ? { kind: 'mtu', to: `$((${name} - 100))` } : { kind: 'port', to: `$((${name} + 1))` }
  }
  if (/^(?:\d{1,3}\.){3}\d{1,3}$/.test(value)) return { kind: 'address', to: `\${${name}%.*}.254` }
  return /^[\w.-]+$/.test(value) ? { kind: 'name', to: `\${${name}}-2` } : undefined
}
