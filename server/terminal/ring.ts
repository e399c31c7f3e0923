/** The last bytes of a stream, addressed by their offset from its start. */
export class Ring {
  readonly #bytes: Buffer
  readonly #onLost: (bytes: Buffer) => void
  #end = 0

  /** `onLost` sees each byte that leaves, in order; the buffer it gets is only lent. */
  constructor(capacity: number, onLost: (bytes: Buffer) => void = () => {}) {
    this.#bytes = Buffer.allocUnsafe(capacity)
    this.#onLost = onLost
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
    this.#lose(Math.min(this.#end, this.#end + chunk.length - capacity))
    if (kept.length < chunk.length) this.#onLost(chunk.subarray(0, chunk.length - kept.length))
    const at = (this.#end + chunk.length - kept.length) % capacity
    const head = kept.copy(this.#bytes, at)
    kept.copy(this.#bytes, 0, head)
    this.#end += chunk.length
  }

  /** A copy of at most `limit` bytes from `offset` on, which must lie between `start` and `end`. */
  read(offset: number, limit: number): Buffer {
    return Buffer.concat(this.#parts(offset, Math.max(0, Math.min(limit, this.#end - offset))))
  }

  #lose(until: number): void {
    for (const part of this.#parts(this.start, Math.max(0, until - this.start))) this.#onLost(part)
  }

  #parts(offset: number, length: number): Buffer[] {
    const at = offset % this.#bytes.length
    const head = this.#bytes.subarray(at, at + length)
    return [head, this.#bytes.subarray(0, length - head.length)].filter((part) => part.length > 0)
  }
}
