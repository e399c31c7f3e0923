import { INPUT_WINDOW_BYTES, MAX_INPUT_BYTES } from '../../server/protocol/index.ts'

/**
 * Input on its way to a shell: cut into frames that the server takes, never more of it under way than the program reads,
 * and kept until it has arrived, so that a lost connection neither loses nor repeats a key.
 */
export class Outbox {
  /** What the shell may not have yet, from offset `#base` on. */
  #frames: Uint8Array[] = []
  #base = 0
  /** How many of the frames were sent on this connection. */
  #under = 0
  #sent = 0
  #taken = 0

  add(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length; at += MAX_INPUT_BYTES) this.#frames.push(bytes.slice(at, at + MAX_INPUT_BYTES))
  }

  /** The frames that may go now; they count as sent. */
  next(): Uint8Array[] {
    const going: Uint8Array[] = []
    for (let frame = this.#frames[this.#under]; frame; frame = this.#frames[this.#under]) {
      if (this.#sent + frame.length - this.#taken > INPUT_WINDOW_BYTES) break
      going.push(frame)
      this.#under++
      this.#sent += frame.length
    }
    return going
  }

  /** The program has read all up to this offset. */
  taken(offset: number): void {
    this.#taken = offset
    this.#forget(offset)
  }

  /** A new connection to the same shell, which had received so much: the rest goes again. */
  resume(received: number, taken: number): void {
    this.#forget(received)
    this.#taken = taken
    this.#under = 0
    this.#sent = this.#base
  }

  /** A new shell: what was meant for the old one is not for this one. */
  restart(): void {
    this.#frames = []
    this.#base = this.#under = this.#sent = this.#taken = 0
  }

  #forget(until: number): void {
    for (let frame = this.#frames[0]; frame && this.#base < until; frame = this.#frames[0]) {
      const done = Math.min(frame.length, until - this.#base)
      this.#base += done
      if (done < frame.length) {
        this.#frames[0] = frame.subarray(done)
        return
      }
      this.#frames.shift()
      this.#under = Math.max(0, this.#under - 1)
    }
  }
}
