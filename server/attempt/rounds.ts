/** Between two rounds while the learner works. */
const BUSY_PAUSE_MS = 200
/** Between two rounds while nobody looks. */
const IDLE_PAUSE_MS = 2000
/** Somebody who was here this long ago may be working. */
const BUSY_MS = 60_000

/** Repeats a round of looking for as long as `going` says so, rarely while nobody is there. */
export class Rounds {
  readonly #lastSeen: () => number
  #wake = () => {}

  constructor(lastSeen: () => number) {
    this.#lastSeen = lastSeen
  }

  async run(going: () => boolean, round: () => Promise<void>): Promise<void> {
    while (going()) {
      await round()
      if (going()) await this.#pause(Date.now() - this.#lastSeen() < BUSY_MS ? BUSY_PAUSE_MS : IDLE_PAUSE_MS)
    }
  }

  /** Somebody came, or it is over: a long pause ends. */
  wake(): void {
    this.#wake()
  }

  #pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms)
      this.#wake = () => {
        if (ms < IDLE_PAUSE_MS) return
        clearTimeout(timer)
        resolve()
      }
    })
  }
}
