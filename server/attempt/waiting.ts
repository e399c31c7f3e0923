/** A lab that has a place now; times as Unix time in ms. */
export interface Occupied {
  startedAt: number
  expiresAt: number
}

const MINUTE_MS = 60_000

/**
 * Minutes until the turn of whoever stands at `place` (1 is next): each running lab is taken to last as long as those that
 * lasted at least as long as it does by now (`lives`, in ms), and no longer than its time; without such a one, its whole
 * time. Null where nothing runs that could end.
 */
export function minutesUntilTurn(place: number, occupied: Occupied[], lives: number[], now: number): number | null {
  if (occupied.length === 0) return null
  const typical = median(lives)
  const free = occupied.map((lab) => now + timeLeft(lab, lives, now)).sort((a, b) => a - b)
  // Who gets a place in front of us gives it back after a typical life.
  for (let turn = 1; turn < place; turn++) {
    const next = free.shift()!
    const life = typical ?? occupied[0]!.expiresAt - occupied[0]!.startedAt
    free.push(next + life)
    free.sort((a, b) => a - b)
  }
  return Math.max(1, Math.ceil((free[0]! - now) / MINUTE_MS))
}

function timeLeft({ startedAt, expiresAt }: Occupied, lives: number[], now: number): number {
  const age = now - startedAt
  const life = median(lives.filter((one) => one > age))
  return Math.max(0, Math.min(expiresAt - now, life === undefined ? Number.POSITIVE_INFINITY : life - age))
}

function median(values: number[]): number | undefined {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.floor(sorted.length / 2)]
}
