/** What a lab in the list tells of itself; `minutes` as a number in text, `progress` `new`, `begun` or `done`. */
export type Listed = Partial<Record<Filter, string>>

const FILTERS = ['topic', 'kind', 'level', 'minutes', 'progress'] as const
type Filter = (typeof FILTERS)[number]

/** What is chosen; what is not stands for all. */
export type Choice = Partial<Record<Filter, string>>

/** The choice in an address or in a form. Names that are none of ours, and empty ones, do not count. */
export function choiceOf(fields: URLSearchParams | FormData): Choice {
  const chosen = FILTERS.map((name) => [name, fields.get(name)] as const)
  return Object.fromEntries(chosen.filter(([, value]) => typeof value === 'string' && value !== ''))
}

/** The choice as an address carries it: `?topic=dns`, empty for all. */
export function queryOf(choice: Choice): string {
  const query = new URLSearchParams(choice).toString()
  return query && `?${query}`
}

/** `minutes` is the most that a lab may take; everything else has to be the same. */
export function fits(lab: Listed, choice: Choice): boolean {
  return Object.entries(choice).every(([name, wanted]) =>
    name === 'minutes' ? Number(lab.minutes) <= Number(wanted) : (lab[name as Filter] ?? 'new') === wanted,
  )
}

/** "10 labs", "1 of 10 labs". */
export function countWords(shown: number, all: number): string {
  return shown === all ? `${all} labs` : `${shown} of ${all} labs`
}
