import { INPUT_WINDOW_BYTES } from '../protocol/index.ts'
import { refused } from './frame.ts'

/** Waits for a program that does not read its input before trying again. */
const RETRY_MS = 10
/** Two honest browsers with a long paste each; a program that never reads cannot make the keeper grow without end. */
const MAX_PENDING_BYTES = 2 * INPUT_WINDOW_BYTES

/** Writes some of the bytes, and tells how many; 0 when nothing can be taken now, null when nothing ever will. */
export type TryWrite = (bytes: Buffer) => Promise<number | null>

/** Keystrokes on their way to a program. node-pty's own queue spins and grows while the program does not read. */
export class InputQueue {
  readonly #tryWrite: TryWrite
  #chunks: { bytes: Buffer; onWritten: (count: number) => void }[] = []
  #pending = 0
  #busy = false

  constructor(tryWrite: TryWrite) {
    this.#tryWrite = tryWrite
  }

  /** `onWritten` is told how many more bytes are on their way to the program. Throws Problem `frame-refused` when too much waits already. */
  push(bytes: Buffer, onWritten: (count: number) => void): void {
    if (this.#pending + bytes.length > MAX_PENDING_BYTES) {
      throw refused(
        `input while ${this.#pending} bytes are still unread`,
        'a program that reads; stop it or wait for it',
      )
    }
    this.#chunks.push({ bytes, onWritten })
    this.#pending += bytes.length
    if (!this.#busy) void this.#drain()
  }

  async #drain(): Promise<void> {
    this.#busy = true
    for (let chunk = this.#chunks[0]; chunk; chunk = this.#chunks[0]) {
      const written = await this.#tryWrite(chunk.bytes)
      if (written === null) return this.#giveUp()
      this.#take(chunk.bytes, written)
      if (written > 0) chunk.onWritten(written)
      if (written === 0) await new Promise((resolve) => setTimeout(resolve, RETRY_MS))
    }
    this.#busy = false
  }

  #take(bytes: Buffer, written: number): void {
    this.#pending -= written
    if (written === bytes.length) this.#chunks.shift()
    else if (this.#chunks[0]) this.#chunks[0].bytes = bytes.subarray(written)
  }

  /** Stays busy, so that nothing is written any more. */
  #giveUp(): void {
    this.#chunks = []
    this.#pending = 0
  }
}
