import { INPUT_WINDOW_BYTES } from '../protocol/index.ts'
import { refused } from './frame.ts'

/** Waits for a program that does not read its input before trying again. */
const RETRY_MS = 10
/** Two honest browsers with a long paste each; a program that never reads cannot make the keeper grow without end. */
const MAX_PENDING_BYTES = 2 * INPUT_WINDOW_BYTES

/** Writes some of the bytes, and tells how many; 0 when nothing can be taken now, null when nothing ever will. */
export type TryWrite = (bytes: Buffer) => Promise<number | null>

/** How input is written. */
export interface Wire {
  /** Nothing is written before. */
  ready: Promise<void>
  /** The bytes as they are written. */
  encode(bytes: Buffer): Buffer
  /** How many bytes of input end in a part of what is written. */
  count(part: Buffer): number
}

const PLAIN: Wire = { ready: Promise.resolve(), encode: (bytes) => bytes, count: (part) => part.length }

interface Chunk {
  bytes: Buffer
  begun: boolean
  /** Told how many bytes of input were written; of a message, none. */
  onWritten: (count: number) => void
  message: boolean
}

/** Keystrokes on their way to a program. node-pty's own queue spins and grows while the program does not read. */
export class InputQueue {
  readonly #tryWrite: TryWrite
  readonly #wire: Wire
  #chunks: Chunk[] = []
  #pending = 0
  #busy = false

  constructor(tryWrite: TryWrite, wire = PLAIN) {
    this.#tryWrite = tryWrite
    this.#wire = wire
  }

  /** `onWritten` is told how many more bytes are on their way to the program. Throws Problem `frame-refused` when too much waits already. */
  push(bytes: Buffer, onWritten: (count: number) => void): void {
    if (this.#pending + bytes.length > MAX_PENDING_BYTES) {
      throw refused(
        `input while ${this.#pending} bytes are still unread`,
        'a program that reads; stop it or wait for it',
      )
    }
    this.#pending += bytes.length
    this.#add(this.#chunks.length, { bytes, begun: false, onWritten, message: false })
  }

  /** A message that goes as it is, before the input that waits. */
  first(bytes: Buffer, onWritten: () => void): void {
    this.#add(this.#chunks[0]?.begun ? 1 : 0, { bytes, begun: true, onWritten, message: true })
  }

  #add(at: number, chunk: Chunk): void {
    this.#chunks.splice(at, 0, chunk)
    if (!this.#busy) void this.#drain()
  }

  async #drain(): Promise<void> {
    this.#busy = true
    await this.#wire.ready
    for (let chunk = this.#chunks[0]; chunk; chunk = this.#chunks[0]) {
      if (!chunk.begun) chunk.bytes = this.#wire.encode(chunk.bytes)
      chunk.begun = true
      const written = await this.#tryWrite(chunk.bytes)
      if (written === null) return this.#giveUp()
      if (written > 0) this.#take(chunk, written)
      else await new Promise((resolve) => setTimeout(resolve, RETRY_MS))
    }
    this.#busy = false
  }

  #take(chunk: Chunk, written: number): void {
    const part = chunk.bytes.subarray(0, written)
    chunk.bytes = chunk.bytes.subarray(written)
    if (chunk.bytes.length === 0) this.#chunks.shift()
    const count = chunk.message ? 0 : this.#wire.count(part)
    this.#pending -= count
    if (count > 0 || (chunk.message && chunk.bytes.length === 0)) chunk.onWritten(count)
  }

  /** Stays busy, so that nothing is written any more. */
  #giveUp(): void {
    this.#chunks = []
    this.#pending = 0
  }
}
