import type { VarDefinition } from './definition.ts'

/** Values of `{{…}}` by name. A whole number stays one, so that it fits where a check wants a number. */
export type Vars = Record<string, string | number>

/** Draws the vars of one attempt: the same seed gives the same values, whichever other vars there are. */
export function drawVars(vars: Record<string, VarDefinition>, seed: number): Vars {
  return Object.fromEntries(
    Object.entries(vars).map(([name, definition]) => [name, draw(definition, hash(`${seed} ${name}`))]),
  )
}

/** So many are tried in seconds. */
const SEEDS = 2_000_000

/** The first seed that draws these values, compared as texts; undefined where none of the first two million does. */
export function seedDrawing(vars: Record<string, VarDefinition>, wanted: Record<string, string>): number | undefined {
  const asked = Object.fromEntries(Object.entries(vars).filter(([name]) => Object.hasOwn(wanted, name)))
  for (let seed = 1; seed <= SEEDS; seed++) {
    const drawn = drawVars(asked, seed)
    if (Object.entries(wanted).every(([name, value]) => String(drawn[name]) === value)) return seed
  }
  return undefined
}

/** Drawings that together hold every picked value and both ends of every range: what a lab file must stand. */
export function extremeVars(vars: Record<string, VarDefinition>): Vars[] {
  const rounds = Math.max(2, ...Object.values(vars).map((definition) => definition.pick?.length ?? 0))
  return Array.from({ length: rounds }, (_, round) =>
    Object.fromEntries(Object.entries(vars).map(([name, definition]) => [name, extreme(definition, round)])),
  )
}

function draw({ pick, int: [low, high] = [0, 0] }: VarDefinition, random: number): string | number {
  return pick ? pick[random % pick.length]! : low + (random % (high - low + 1))
}

function extreme({ pick, int: [low, high] = [0, 0] }: VarDefinition, round: number): string | number {
  return pick ? pick[round % pick.length]! : round % 2 === 0 ? low : high
}

/** FNV-1a with a final mix (murmur3's), so that neighbouring seeds differ in every bit. */
function hash(text: string): number {
  let h = 0x811c9dc5
  for (const char of text) h = Math.imul(h ^ char.codePointAt(0)!, 0x01000193)
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b)
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35)
  return (h ^ (h >>> 16)) >>> 0
}
