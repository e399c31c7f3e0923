import { refused } from './frame.ts'

/** Waits for a program that does not read its input before trying again. */
const RETRY_MS = 10
/** A long paste fits; a program that never reads cannot make the keeper grow without end. */
const MAX_PENDING_BYTES = 8 * 1024 * 1024

/** Writes some of the bytes, and tells how many; 0 when nothing can be taken now, null when nothing ever will. */
export type TryWrite = (bytes: Buffer) => Promise<number | null>

/** Keystrokes on their way to a program. node-pty's own queue spins and grows while the program does not read. */
export class InputQueue {
  readonly #tryWrite: TryWrite
  #chunks: Buffer[] = []
  #pending = 0
  #busy = false

  constructor(tryWrite: TryWrite) {
    this.#tryWrite = tryWrite
  }

  /** Throws Problem `frame-refused` when too much waits already. */
  push(bytes: Buffer): void {
    if (this.#pending + bytes.length > MAX_PENDING_BYTES) {
      throw refused(
        `input while ${this.#pending} bytes are still unread`,
        'a program that reads; stop it or wait for it',
      )
    }
    this.#chunks.push(bytes)
    this.#pending += bytes.length
    if (!this.#busy) void this.#drain()
  }

  async #drain(): Promise<void> {
    this.#busy = true
    for (let chunk = this.#chunks[0]; chunk; chunk = this.#chunks[0]) {
      const written = await this.#tryWrite(chunk)
      if (written === null) return this.#giveUp()
      this.#take(chunk, written)
      if (written === 0) await new Promise((resolve) => setTimeout(resolve, RETRY_MS))
    }
    this.#busy = false
  }

  #take(chunk: Buffer, written: number): void {
    this.#pending -= written
    if (written === chunk.length) this.#chunks.shift()
    else this.#chunks[0] = chunk.subarray(written)
  }

  /** Stays busy, so that nothing is written any more. */
  #giveUp(): void {
    this.#chunks = []
    this.#pending = 0
  }
}
