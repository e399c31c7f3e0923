import { setText } from './dom.ts'
import { duration } from './words.ts'

const TICK_MS = 1000
/** From here on the clock warns, once aloud. */
const WARN_MS = 10 * 60_000

/** Shows the time left until `expiresAt`, every second; returns how to show it at once. */
export function labClock(place: HTMLElement, announce: HTMLElement, expiresAt: () => string | undefined): () => void {
  let warned = false
  const tick = () => {
    const end = expiresAt()
    place.hidden = end === undefined
    if (end === undefined) return
    const left = Date.parse(end) - Date.now()
    setText(place, `${duration(left)} left`)
    place.classList.toggle('warn', left < WARN_MS)
    if (left >= WARN_MS) warned = false
    else if (!warned) {
      warned = true
      setText(announce, `${duration(left)} left in this lab. Tasks you passed are kept.`)
    }
  }
  setInterval(tick, TICK_MS)
  return tick
}
