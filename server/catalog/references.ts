import { envName } from '../script/index.ts'
import { placeholders } from './fill.ts'
import { choice, type Mistake } from './mistake.ts'
import { quote, type Source } from './source.ts'

// What one part of a lab file says about another. Looks at the file as written, which may hold any other mistake, so
// that all are told at once.

/** Variables that a script could not do without. */
const TAKEN = ['BASH_ENV', 'ENV', 'HOME', 'IFS', 'LANG', 'PATH', 'PWD', 'SHELL', 'TERM', 'USER']

/** References that lead nowhere, names used twice, hosts too few or too many. */
export function referenceMistakes(source: Source): Mistake[] {
  const lab = mapping(source.data)
  return [
    ...hostMistakes(lab, source),
    ...varMistakes(lab, source),
    ...placeholderMistakes(lab, source),
    ...taskMistakes(lab, source),
  ]
}

/** Names that `{{…}}` may hold. */
export function knownVars(lab: Record<string, unknown>): string[] {
  return [
    ...Object.keys(mapping(lab.vars)),
    ...Object.keys(mapping(lab.lans)).flatMap((lan) => [`${lan}.subnet`, `${lan}.gateway`, `${lan}.mtu`]),
    ...Object.keys(mapping(lab.hosts)).map((host) => `${host}.ip`),
  ]
}

function hostMistakes(lab: Record<string, unknown>, { file, lineOf }: Source): Mistake[] {
  const hosts = Object.entries(mapping(lab.hosts))
  const lans = Object.keys(mapping(lab.lans))
  const strangers = hosts.flatMap(([host, machine]) =>
    listOf(mapping(machine).lans).flatMap((lan, n) => {
      if (typeof lan !== 'string' || lans.includes(lan)) return []
      return [{ file, line: lineOf(['hosts', host, 'lans', n]), found: `LAN ${quote(lan)}`, ...choice(lan, lans) }]
    }),
  )
  if (lab.hosts === undefined || (hosts.length >= 1 && hosts.length <= 5)) return strangers
  return [
    ...strangers,
    { file, line: lineOf(['hosts']), found: `${hosts.length} hosts`, expected: '1 to 5 hosts', hint: '' },
  ]
}

function varMistakes(lab: Record<string, unknown>, { file, lineOf }: Source): Mistake[] {
  const names = Object.keys(mapping(lab.vars))
  const builtIn = knownVars({ ...lab, vars: {} }).map(envName)
  return names.flatMap((name, n) => {
    const variable = envName(name)
    const earlier = [...builtIn, ...TAKEN, ...names.slice(0, n).map(envName)]
    if (!earlier.includes(variable)) return []
    const hint = `Scripts would find it as $${variable}, which is something else already.`
    return [{ file, line: lineOf(['vars', name]), found: quote(name), expected: 'a name not yet taken', hint }]
  })
}

function placeholderMistakes(lab: Record<string, unknown>, { file, texts }: Source): Mistake[] {
  const known = knownVars(lab)
  return texts.flatMap(({ path, text, line }) =>
    placeholders(text).flatMap((name) => {
      const found = `{{${name}}}`
      const filled = path[0] === 'tasks' && path.length > 2 && path[2] !== 'id'
      if (!filled)
        return [{ file, line, found, expected: 'no placeholder here', hint: 'They work inside tasks, ids apart.' }]
      return known.includes(name) ? [] : [{ file, line, found, ...choice(name, known) }]
    }),
  )
}

function taskMistakes(lab: Record<string, unknown>, { file, lineOf }: Source): Mistake[] {
  const hosts = Object.keys(mapping(lab.hosts))
  const lans = Object.keys(mapping(lab.lans))
  const tasks = listOf(lab.tasks).map(mapping)
  return tasks.flatMap((task, n) => {
    const mistakes: Mistake[] = []
    const stranger = (path: (string | number)[], word: unknown, what: string, known: string[]) => {
      if (typeof word !== 'string' || known.includes(word) || word.includes('{{')) return
      mistakes.push({
        file,
        line: lineOf(['tasks', n, ...path]),
        found: `${what} ${quote(word)}`,
        ...choice(word, known),
      })
    }
    if (tasks.slice(0, n).some((earlier) => earlier.id !== undefined && earlier.id === task.id)) {
      const hint = 'Progress is kept under the id.'
      mistakes.push({
        file,
        line: lineOf(['tasks', n, 'id']),
        found: `id ${quote(task.id)} again`,
        expected: 'an id of its own',
        hint,
      })
    }
    for (const { path, params } of uses(task)) {
      for (const found of keyed(params, 'host')) stranger([...path, ...found.path], found.value, 'host', hosts)
      for (const found of keyed(params, 'lan')) stranger([...path, ...found.path], found.value, 'LAN', lans)
      if (path.at(-1) === 'mtu') stranger([...path, 'equals'], params.equals, 'LAN', lans)
    }
    return mistakes
  })
}

/** Every value under this key, at any depth: a place names its host inside. */
function keyed(
  value: unknown,
  key: string,
  path: (string | number)[] = [],
): { path: (string | number)[]; value: unknown }[] {
  if (Array.isArray(value)) return value.flatMap((one, n) => keyed(one, key, [...path, n]))
  return Object.entries(mapping(value)).flatMap(([name, one]) =>
    name === key ? [{ path: [...path, name], value: one }] : keyed(one, key, [...path, name]),
  )
}

/** The checks and the answer of a task, with where their parameters stand. */
function uses(task: Record<string, unknown>): { path: (string | number)[]; params: Record<string, unknown> }[] {
  const at = (path: (string | number)[], use: unknown) =>
    Object.entries(mapping(use)).map(([name, params]) => ({ path: [...path, name], params: mapping(params) }))
  return [...listOf(task.checks).flatMap((use, n) => at(['checks', n], use)), ...at(['answer'], task.answer)]
}

/** The value as a mapping; an empty one where it is none. */
export function mapping(value: unknown): Record<string, unknown> {
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as Record<string, unknown>) : {}
}

/** The value as a list; an empty one where it is none. */
export function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : []
}
