/** Of so many line ends one is remembered. */
const MARK_EVERY = 256
const [TAB, LINE_FEED, RETURN, SPACE, TILDE] = [0x09, 0x0a, 0x0d, 0x20, 0x7e]

/**
 * The plain text that a stream ends with: printable ASCII, tabs and line ends. Whatever such text does to a terminal, enough
 * lines of it later no trace of it is left.
 */
export class PlainRun {
  #start: number
  #end: number
  #last = 0
  #lines = 0
  /** Where the remembered line ends are, the first of them the `#forgotten`th. */
  #marks: number[] = []
  #forgotten = 0

  /** `offset`: how much of the stream there was before. */
  constructor(offset = 0) {
    this.#start = this.#end = offset
  }

  /** Offset in the stream where the text begins. */
  get start(): number {
    return this.#start
  }

  push(bytes: Uint8Array): void {
    for (let at = 0; at < bytes.length; at++) {
      const byte = bytes[at]!
      if (byte === LINE_FEED && this.#last === RETURN) {
        if (this.#lines++ % MARK_EVERY === 0) this.#marks.push(this.#end + at - 1)
      } else if ((byte < SPACE || byte > TILDE) && byte !== RETURN && byte !== LINE_FEED && byte !== TAB) {
        this.#restart(this.#end + at + 1)
      }
      this.#last = byte
    }
    this.#end += bytes.length
  }

  /** The last offset found at which a line ends and after which at least so many lines end; `start` when there are not so many. */
  before(lines: number): number {
    const index = Math.floor((this.#lines - lines) / MARK_EVERY) - this.#forgotten
    if (index < 0) return this.#start
    this.#marks.splice(0, index)
    this.#forgotten += index
    return this.#marks[0] ?? this.#start
  }

  #restart(at: number): void {
    this.#start = at
    this.#lines = this.#forgotten = 0
    if (this.#marks.length > 0) this.#marks = []
  }
}
