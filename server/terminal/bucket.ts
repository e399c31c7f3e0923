/** Lets `burst` through at once and `perSecond` in the long run. */
export class Bucket {
  readonly #burst: number
  readonly #perMs: number
  #left: number
  #at = performance.now()

  constructor({ burst, perSecond }: { burst: number; perSecond: number }) {
    this.#burst = burst
    this.#perMs = perSecond / 1000
    this.#left = burst
  }

  /** False when there is too much. */
  take(): boolean {
    const now = performance.now()
    this.#left = Math.min(this.#burst, this.#left + (now - this.#at) * this.#perMs)
    this.#at = now
    if (this.#left < 1) return false
    this.#left--
    return true
  }

  /** True once it has forgotten all that went through. */
  get full(): boolean {
    return this.#left + (performance.now() - this.#at) * this.#perMs >= this.#burst
  }
}
