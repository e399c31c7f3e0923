/** Between two rounds after a change or a key press: what was begun may take a moment, and not all of it tells. */
const BUSY_PAUSE_MS = 250
/** How long that lasts. */
const BUSY_MS = 5000
/** Beneath the events, while somebody looks: files and sockets change without one. */
const WATCHED_PAUSE_MS = 2000
/** While nobody looks. */
const IDLE_PAUSE_MS = 10_000
/** Somebody who was here this long ago may be looking. */
const PRESENT_MS = 60_000

/** Repeats a round of looking for as long as `going` says so: at once when something changed, rarely otherwise. */
export class Rounds {
  readonly #lastSeen: () => number
  #busyUntil = 0
  /** Something changed since the last round began. */
  #changed = false
  #wake = () => {}

  constructor(lastSeen: () => number) {
    this.#lastSeen = lastSeen
  }

  async run(going: () => boolean, round: () => Promise<void>): Promise<void> {
    this.#busyUntil = Date.now() + BUSY_MS
    while (going()) {
      this.#changed = false
      await round()
      if (going() && !this.#changed) await this.#pause()
    }
  }

  /** Something changed, somebody came or typed, or it is over. */
  wake(): void {
    this.#busyUntil = Date.now() + BUSY_MS
    this.#changed = true
    this.#wake()
  }

  #pause(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, this.#pauseMs())
      this.#wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }

  #pauseMs(): number {
    const now = Date.now()
    if (now < this.#busyUntil) return BUSY_PAUSE_MS
    return now - this.#lastSeen() < PRESENT_MS ? WATCHED_PAUSE_MS : IDLE_PAUSE_MS
  }
}
