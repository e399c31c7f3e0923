const DAY_MS = 86_400_000

/** "now", "in 3 hours", "tomorrow", "in 12 days". */
export function untilWords(due: Date, now: Date): string {
  const ms = due.getTime() - now.getTime()
  if (ms <= 0) return 'now'
  if (ms < 3_600_000) return `in ${Math.ceil(ms / 60_000)} min`
  const days = daysBetween(now, due)
  if (days === 0) return `in ${Math.round(ms / 3_600_000)} h`
  return days === 1 ? 'tomorrow' : `in ${days} days`
}

/** Midnights between two times, where the reader is. */
export function daysBetween(from: Date, to: Date): number {
  const midnight = (time: Date) => new Date(time.getFullYear(), time.getMonth(), time.getDate()).getTime()
  return Math.round((midnight(to) - midnight(from)) / DAY_MS)
}

/** How many come due on each of the next days, today first and what is overdue in it. */
export function forecast(due: Date[], now: Date, days: number): number[] {
  const counts = Array.from({ length: days }, () => 0)
  for (const time of due) {
    const day = Math.max(0, daysBetween(now, time))
    if (day < days) counts[day] = counts[day]! + 1
  }
  return counts
}
