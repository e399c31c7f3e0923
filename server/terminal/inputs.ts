/** Clients that left are remembered up to this many, so that one that comes back goes on where it was. */
const REMEMBERED = 16

/** How much of one client's input arrived, and how much of that the program has read; in bytes. */
export interface InputCount {
  received: number
  taken: number
}

/** The input of a shell, counted by client. */
export class Inputs {
  readonly #counts = new Map<string, InputCount>()

  of(client: string): InputCount {
    const count = this.#counts.get(client) ?? { received: 0, taken: 0 }
    this.#counts.delete(client)
    this.#counts.set(client, count)
    const [oldest] = this.#counts.keys()
    if (this.#counts.size > REMEMBERED && oldest !== undefined) this.#counts.delete(oldest)
    return count
  }
}
