import type { Vars } from './vars.ts'

const PLACEHOLDER = /\{\{\s*([^{}]*?)\s*\}\}/g

/** Puts vars in the place of `{{…}}`; a name that is unknown stays as it is. */
export function fill(text: string, vars: Vars): string {
  return text.replaceAll(PLACEHOLDER, (whole, name: string) => String(Object.hasOwn(vars, name) ? vars[name] : whole))
}

/** `fill` for every text of a structure. A text that is one placeholder and nothing else takes the var's own type. */
export function fillAll(value: unknown, vars: Vars): unknown {
  if (typeof value === 'string') {
    const name = /^\{\{\s*([^{}]*?)\s*\}\}$/.exec(value)?.[1]
    return name !== undefined && Object.hasOwn(vars, name) ? vars[name] : fill(value, vars)
  }
  if (Array.isArray(value)) return value.map((item) => fillAll(item, vars))
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, fillAll(item, vars)]))
}

/** Names used in `{{…}}`. */
export function placeholders(text: string): string[] {
  return [...text.matchAll(PLACEHOLDER)].map((match) => match[1] ?? '')
}
