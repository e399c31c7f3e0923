/** Calls `work` at once when it was quiet, then at most once every `intervalMs` while it is asked for. */
export class Pacer {
  readonly #work: () => void
  readonly #intervalMs: number
  #timer: NodeJS.Timeout | undefined
  #asked = false

  constructor(work: () => void, intervalMs: number) {
    this.#work = work
    this.#intervalMs = intervalMs
  }

  ask(): void {
    if (this.#timer) this.#asked = true
    else this.#run()
  }

  #run(): void {
    this.#asked = false
    this.#timer = setTimeout(() => {
      this.#timer = undefined
      if (this.#asked) this.#run()
    }, this.#intervalMs)
    this.#work()
  }
}
