/** One line of a benchmark: a figure's distribution over `n` measurements. */
export interface Row {
  /** What was measured, e.g. `warm`; `floor` is what the machine itself needs, measured in the same run. */
  name: string
  /** `ms` for every time; where it is no time: sizes, Lighthouse's `score` (of 100) and layout `shift`. */
  unit: 'ms' | 'MBps' | 'MiB' | 'KiB' | 'score' | 'shift'
  n: number
  p50: number
  p95: number
  max: number
}

/** A benchmark: measures, tells on the way what it does, and stops by itself. */
export type Bench = (say: (text: string) => void) => Promise<Row[]>

/** Sums measurements up; percentiles by nearest rank. Throws when there is nothing to sum up. */
export function rowOf(name: string, samples: number[], unit: Row['unit'] = 'ms'): Row {
  if (samples.length === 0) throw new Error(`nothing was measured for ${name}`)
  const sorted = samples.toSorted((a, b) => a - b)
  const rank = (share: number) => rounded(sorted[Math.ceil(share * sorted.length) - 1]!)
  return { name, unit, n: sorted.length, p50: rank(0.5), p95: rank(0.95), max: rank(1) }
}

const rounded = (value: number) => Math.round(value * 100) / 100
