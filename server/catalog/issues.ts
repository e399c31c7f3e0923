import type { z } from 'zod'
import { choice, type Mistake, nearest } from './mistake.ts'
import { describeAt, type JsonSchema } from './schema-file.ts'
import { quote, type Source } from './source.ts'

type Issue = z.core.$ZodIssue
type Path = (string | number)[]

/** What a kind of file may hold, for words about what it does not. */
export interface Form {
  schema: JsonSchema
  /** The thing that such a file is, e.g. `a lab`. */
  thing: string
  /** Whether `{{…}}` may stand at a path. */
  filled: (path: Path) => boolean
}

/** What zod has against an author's file, in the author's words. `data` is what zod was given. */
export function mistakesOf(issues: Issue[], data: unknown, source: Source, form: Form): Mistake[] {
  // What a mapping lacks is often what stands there misspelt.
  const misspelt = issues.filter((issue) => issue.code === 'unrecognized_keys').map((issue) => name(issue.path as Path))
  return issues
    .filter((issue) => issue.code !== 'custom' || !misspelt.includes(name(issue.path as Path)))
    .flatMap((issue) => explain(issue, issue.path as Path, data, source, form))
}

function explain(issue: Issue, path: Path, data: unknown, source: Source, form: Form): Mistake[] {
  const found = valueAt(data, path)
  const at = { file: source.file, line: source.lineOf(path) }
  const hint = [name(path), describeAt(form.schema, path)].filter(Boolean).join(': ')
  // Whatever could not be filled in is told where it is named.
  if (typeof found === 'string' && found.includes('{{') && form.filled(path)) return []
  if (issue.code === 'unrecognized_keys') return unknownKeys(issue.keys, path, source, form)
  if (issue.code === 'invalid_union') {
    const nearer = issue.errors.find((branch) => branch.length > 0 && branch.every((inner) => isDeeper(inner)))
    if (nearer) return nearer.flatMap((inner) => explain(inner, [...path, ...(inner.path as Path)], data, source, form))
  }
  if (issue.code === 'invalid_value' && found !== undefined) {
    const { expected, hint: near } = choice(String(found), issue.values.map(String))
    return [{ ...at, found: quote(found), expected, hint: near || hint }]
  }
  if (issue.code === 'invalid_key') {
    const expected = issue.issues[0]?.message ?? 'another name'
    return [{ ...at, found: quote(path.at(-1)), expected, hint: '' }]
  }
  return [{ ...at, found: found === undefined ? `no ${path.at(-1)}` : quote(found), expected: wanted(issue), hint }]
}

function isDeeper(issue: Issue): boolean {
  return issue.path.length > 0 || issue.code === 'unrecognized_keys'
}

function unknownKeys(keys: string[], path: Path, source: Source, { schema, thing }: Form): Mistake[] {
  const known = keysAt(schema, path)
  return keys.map((key) => {
    const near = nearest(key, known)
    const expected = `a key that ${name(path) || thing} has: ${known.join(', ')}`
    return {
      file: source.file,
      line: source.lineOf([...path, key]),
      found: quote(key),
      expected,
      hint: near ? `Did you mean ${near}?` : '',
    }
  })
}

function keysAt(root: JsonSchema, path: Path): string[] {
  const visit = (at: JsonSchema | undefined, rest: Path): string[] => {
    if (!at) return []
    const options = at.anyOf?.flatMap((option) => visit(option, rest)) ?? []
    const [step, ...further] = rest
    if (step === undefined) return [...Object.keys(at.properties ?? {}), ...options]
    const extra = typeof at.additionalProperties === 'object' ? at.additionalProperties : undefined
    const item = Array.isArray(at.items) ? at.items[Number(step)] : at.items
    return [...visit(at.properties?.[step] ?? (typeof step === 'number' ? item : extra), further), ...options]
  }
  return visit(root, path)
}

function wanted(issue: Issue): string {
  if (issue.code === 'invalid_type')
    return isOurs(issue.message) ? issue.message : (words[issue.expected] ?? issue.expected)
  if (issue.code === 'too_small' && issue.origin === 'array') return `at least ${issue.minimum} of them`
  if (issue.code === 'too_small' && issue.origin === 'string' && !isOurs(issue.message))
    return 'a text that is not empty'
  return isOurs(issue.message) ? issue.message : issue.message.replace(/^(Invalid|Too \w+): ?/, '')
}

/** Messages of zod begin so; those of our schemas say what is expected. */
function isOurs(message: string): boolean {
  return !/^(Invalid|Too|Unrecognized)\b/.test(message)
}

const words: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a mapping of keys to values',
  record: 'a mapping of names to values',
  tuple: 'a list of two',
}

/** `tasks[0].checks[1].resolves`. */
function name(path: Path): string {
  return path
    .map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`))
    .join('')
    .replace(/^\./, '')
}

function valueAt(data: unknown, path: Path): unknown {
  let value = data
  for (const step of path)
    value = value !== null && typeof value === 'object' ? (value as Record<string, unknown>)[step] : undefined
  return value
}
