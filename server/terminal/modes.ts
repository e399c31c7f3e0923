const ESC = 0x1b
/** A sequence that is longer than this is none that sets a mode. */
const LONGEST = 48
/** Modes that a terminal has at its start; all others are off then. */
const ON_AT_START = ['7', '25']
/** Cursor keys, wrapping, cursor, mouse, focus, alternate screen, bracketed paste: what programs set and rely on. */
const KNOWN = '1 7 25 47 1047 1049 9 1000 1002 1003 1004 1005 1006 1015 1016 2004'.split(' ')
// biome-ignore lint/suspicious/noControlCharactersInRegex: that is how these sequences begin.
const SEQUENCE = /^\x1b(?:\[\?([\d;]+)([hl])|(\[!p)|([c=>]))/

/** Follows a stream of output and knows which modes of the terminal it has set. */
export class Modes {
  readonly #changed = new Set<string>()
  #keypad = false
  #rest: Buffer = Buffer.alloc(0)

  read(chunk: Buffer): void {
    const bytes = this.#rest.length > 0 ? Buffer.concat([this.#rest, chunk]) : chunk
    this.#rest = Buffer.alloc(0)
    for (let at = bytes.indexOf(ESC); at >= 0; at = bytes.indexOf(ESC, at + 1)) {
      const text = bytes.toString('latin1', at, at + LONGEST)
      const found = SEQUENCE.exec(text)
      if (found) this.#take(found)
      // biome-ignore lint/suspicious/noControlCharactersInRegex: as above.
      else if (at + LONGEST > bytes.length && /^\x1b(\[[?!]?[\d;]*)?$/.test(text))
        this.#rest = Buffer.from(bytes.subarray(at))
    }
  }

  /** The output that brings a terminal from its start to these modes. */
  get prelude(): string {
    const modes = KNOWN.filter((mode) => this.#changed.has(mode))
    return (
      modes.map((mode) => `\x1b[?${mode}${ON_AT_START.includes(mode) ? 'l' : 'h'}`).join('') +
      (this.#keypad ? '\x1b=' : '')
    )
  }

  #take([, modes, onOff, softReset, single]: RegExpExecArray): void {
    if (single === '=' || single === '>') this.#keypad = single === '='
    else if (single === 'c' || softReset) this.#reset()
    for (const mode of modes?.split(';') ?? []) {
      if ((onOff === 'h') === ON_AT_START.includes(mode)) this.#changed.delete(mode)
      else if (KNOWN.includes(mode)) this.#changed.add(mode)
    }
  }

  #reset(): void {
    this.#changed.clear()
    this.#keypad = false
  }
}
