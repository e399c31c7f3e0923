import type { InterviewPoint } from '../../../server/protocol/index.ts'

/** A point that a text seems to hold, and the words by which it was noticed. */
export interface Match {
  id: string
  words: string[]
}

/**
 * The points that a text seems to hold: of each group of terms it has at least one. Plain matching of words, without
 * regard to case, a plural's s or how it is punctuated; it cannot tell "is" from "is not", so the learner decides.
 */
export function pointsIn(text: string, points: Pick<InterviewPoint, 'id' | 'terms'>[]): Match[] {
  const said = ` ${plain(text)} `
  return points.flatMap(({ id, terms }) => {
    const words = terms.map((group) => group.find((term) => holds(said, term)))
    return words.every((word) => word !== undefined) ? [{ id, words: words as string[] }] : []
  })
}

/** A term counts from the start of a word: "forward" is in "forwarded", "nat" is not in "designated". */
function holds(said: string, term: string): boolean {
  return said.includes(` ${plain(term)}`)
}

function plain(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}./-]+/gu, ' ')
    .trim()
}
