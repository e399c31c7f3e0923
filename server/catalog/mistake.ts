/** Something that an author must mend. */
export interface Mistake {
  file: string
  /** From 1. */
  line: number
  /** What stands there. */
  found: string
  /** What should. */
  expected: string
  /** How to get there; may be empty. */
  hint: string
}

/** One mistake in one line, the way compilers do, so that editors can jump to it. */
export function formatMistake({ file, line, found, expected, hint }: Mistake): string {
  return `${file}:${line}: found ${found}; expected ${expected}.${hint && ` Hint: ${hint}`}`
}

/** The candidate that `word` was probably meant to be, if one is near enough. */
export function nearest(word: string, candidates: string[]): string | undefined {
  const limit = Math.max(2, Math.floor(word.length / 3))
  const near = candidates
    .map((candidate) => ({ candidate, steps: distance(word.toLowerCase(), candidate.toLowerCase()) }))
    .filter(({ steps }) => steps <= limit)
    .sort((one, other) => one.steps - other.steps)
  return near[0]?.candidate
}

/** "one of a, b" and, where one of them is near, "Did you mean …?". */
export function choice(found: string, candidates: string[]): { expected: string; hint: string } {
  const near = nearest(found, candidates)
  return {
    expected: candidates.length > 0 ? `one of ${candidates.join(', ')}` : 'nothing here',
    hint: near ? `Did you mean ${near}?` : '',
  }
}

/** Levenshtein's distance, one row at a time. */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (let i = 1; i <= from.length; i++) {
    const next = [i]
    for (let j = 1; j <= to.length; j++) {
      const swap = row[j - 1]! + (from[i - 1] === to[j - 1] ? 0 : 1)
      next.push(Math.min(row[j]! + 1, next[j - 1]! + 1, swap))
    }
    row = next
  }
  return row[to.length]!
}
