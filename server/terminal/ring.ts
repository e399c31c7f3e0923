/** The last bytes of a stream, addressed by their offset from its start. */
export class Ring {
  readonly #bytes: Buffer
  #end = 0

  constructor(capacity: number) {
    this.#bytes = Buffer.allocUnsafe(capacity)
  }

  /** Offset of the oldest byte still held. */
  get start(): number {
    return Math.max(0, this.#end - this.#bytes.length)
  }

  /** Offset after the newest byte. */
  get end(): number {
    return this.#end
  }

  append(chunk: Buffer): void {
    const capacity = this.#bytes.length
    const kept = chunk.subarray(Math.max(0, chunk.length - capacity))
    const at = (this.#end + chunk.length - kept.length) % capacity
    const head = kept.copy(this.#bytes, at)
    kept.copy(this.#bytes, 0, head)
    this.#end += chunk.length
  }

  /** A copy of at most `limit` bytes from `offset` on, which must lie between `start` and `end`. */
  read(offset: number, limit: number): Buffer {
    const length = Math.max(0, Math.min(limit, this.#end - offset))
    const at = offset % this.#bytes.length
    const head = this.#bytes.subarray(at, at + length)
    return Buffer.concat([head, this.#bytes.subarray(0, length - head.length)])
  }
}
