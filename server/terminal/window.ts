import { WINDOW_BYTES } from '../protocol/index.ts'

/** How far one viewer of a shell has come: what was sent, and what it told to be on its screen. */
export class Window {
  #sent: number
  #acknowledged: number

  constructor(offset: number) {
    this.#sent = offset
    this.#acknowledged = offset
  }

  /** Offset of the next byte to send. */
  get sent(): number {
    return this.#sent
  }

  /** All output before it is on the viewer's screen. */
  get acknowledged(): number {
    return this.#acknowledged
  }

  /** Bytes that may be sent now. */
  get room(): number {
    return WINDOW_BYTES - (this.#sent - this.#acknowledged)
  }

  /** Whether a shell whose output has reached `end` may go on without running ahead of this viewer. */
  keepsUp(end: number): boolean {
    return end - this.#acknowledged < WINDOW_BYTES
  }

  advance(bytes: number): void {
    this.#sent += bytes
  }

  /** Late and made-up offsets count as far as they can be true. */
  acknowledge(offset: number): void {
    this.#acknowledged = Math.max(this.#acknowledged, Math.min(offset, this.#sent))
  }
}
