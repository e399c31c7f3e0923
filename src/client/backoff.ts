const FIRST_MS = 250
const LONGEST_MS = 5000

/** How long to wait before the next attempt to connect: doubling from 250 ms to 5 s, then 5 s for ever. */
export function backoffMs(failures: number): number {
  return Math.min(FIRST_MS * 2 ** failures, LONGEST_MS)
}
