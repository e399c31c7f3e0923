import { type Lab, seedDrawing } from '../catalog/index.ts'
import { Problem } from '../errors/index.ts'

/** One way to draw a lab's vars. */
export interface Drawing {
  /** Left out, every attempt draws its own. */
  seed?: number
  /** What was asked for, e.g. `cause=rule`; empty where nothing was. */
  asked: string
}

/**
 * What `--var` asks for: `name=value` for attempts with that value, `name` for each value that the lab picks from; several
 * are combined. Throws Problem `bad-request` that names every mistake.
 */
export function drawings(lab: Pick<Lab, 'id' | 'vars'>, asked: string[]): Drawing[] {
  if (asked.length === 0) return [{ asked: '' }]
  const mistakes: string[] = []
  const before = new Set<string>()
  const choices = asked.map((text) => {
    const [name = '', value] = text.split(/=(.*)/s)
    const found = before.has(name) ? `${name} once only` : valuesOf(lab, name, value)
    before.add(name)
    if (typeof found === 'string') mistakes.push(`Found --var ${text}; expected ${found}.`)
    return { name, values: typeof found === 'string' ? [] : found }
  })
  if (mistakes.length > 0)
    throw new Problem('bad-request', mistakes.join('\n'), { remedy: `labs/${lab.id}/lab.yaml has its vars.` })
  return combinations(choices).map((wanted) => {
    const name = Object.entries(wanted).map(([name, value]) => `${name}=${value}`)
    const seed = seedDrawing(lab.vars, wanted)
    if (seed === undefined)
      throw new Problem('bad-request', `Found no seed that draws ${name.join(' and ')}; expected fewer at once.`)
    return { seed, asked: name.join(' ') }
  })
}

/** The seed for one attempt; undefined where nothing was asked for. Throws Problem `bad-request` where it would be several. */
export function seedFor(lab: Pick<Lab, 'id' | 'vars'>, asked: string[]): number | undefined {
  const [drawing, another] = drawings(lab, asked)
  if (another)
    throw new Problem(
      'bad-request',
      `Found --var ${asked.join(' --var ')}; expected one value for each, as name=value.`,
    )
  return drawing?.seed
}

/** The values asked for, or what would have been right. */
function valuesOf({ id, vars }: Pick<Lab, 'id' | 'vars'>, name: string, value?: string): string[] | string {
  const definition = Object.hasOwn(vars, name) ? vars[name] : undefined
  if (!definition) {
    const names = Object.keys(vars)
    return names.length > 0 ? `a var of ${id}: ${names.join(', ')}` : `nothing, since ${id} has no vars`
  }
  if (definition.pick) {
    const values = definition.pick.map(String)
    if (value === undefined) return values
    return values.includes(value) ? [value] : `${name}= and one of ${values.join(', ')}`
  }
  const [low, high] = definition.int ?? [0, 0]
  const fits = value !== undefined && /^-?\d+$/.test(value) && Number(value) >= low && Number(value) <= high
  return fits ? [String(Number(value))] : `${name}= and a whole number, ${low} to ${high}`
}

function combinations(choices: { name: string; values: string[] }[]): Record<string, string>[] {
  return choices.reduce<Record<string, string>[]>(
    (all, { name, values }) => all.flatMap((one) => values.map((value) => ({ ...one, [name]: value }))),
    [{}],
  )
}
