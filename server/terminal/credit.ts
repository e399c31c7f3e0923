/** The escape of what goes up to a paced shell: what follows is a typed byte of this value, or credit. */
const ESCAPE = 0xff
const TYPED = 0
const BLOCK_BYTES = 4096
const MOST_BLOCKS = 255

/** What a paced shell says before all else. Not a control sequence that a program prints by chance. */
export const GREETING = '\x1b_patchbay paced 1\x1b\\'
/** The output that a paced shell may send before it hears more. */
export const CREDIT_BYTES = 352 * 1024

/** Typed bytes as a paced shell reads them. */
export function escaped(bytes: Buffer): Buffer {
  if (!bytes.includes(ESCAPE)) return bytes
  return Buffer.from(Array.from(bytes).flatMap((byte) => (byte === ESCAPE ? [ESCAPE, TYPED] : [byte])))
}

/** How many typed bytes end in this part of an escaped text. */
export function typedIn(part: Buffer): number {
  let count = part.length
  for (let at = part.indexOf(ESCAPE); at >= 0; at = part.indexOf(ESCAPE, at + 1)) count--
  return count
}

/** Counts what a paced shell may send, by offset in its output. */
export class Credit {
  #granted = CREDIT_BYTES

  /** The message that lets output go on to `offset`, in whole blocks; undefined when there are fewer than `least` to give. */
  until(offset: number, least: number): Buffer | undefined {
    const blocks = Math.min(MOST_BLOCKS, Math.floor((offset - this.#granted) / BLOCK_BYTES))
    if (blocks < least) return undefined
    this.#granted += blocks * BLOCK_BYTES
    return Buffer.from([ESCAPE, blocks])
  }
}

/** Tells by a program's first bytes whether it is paced; what is no greeting is output like any other. */
export class Greeting {
  readonly #over = Promise.withResolvers<void>()
  /** What may become the greeting. */
  held: Buffer = Buffer.alloc(0)
  /** It is still to come. */
  expected: boolean
  heard = false

  constructor(expected: boolean) {
    this.expected = expected
    if (!expected) this.#over.resolve()
  }

  /** Once it is known. */
  get over(): Promise<void> {
    return this.#over.promise
  }

  /** Returns what is output. */
  read(bytes: Buffer): Buffer {
    const all = Buffer.concat([this.held, bytes])
    const start = all.toString('latin1', 0, GREETING.length)
    this.held = Buffer.alloc(0)
    if (start.length < GREETING.length && GREETING.startsWith(start)) {
      this.held = all
      return Buffer.alloc(0)
    }
    this.expected = false
    this.heard = start === GREETING
    this.#over.resolve()
    return this.heard ? all.subarray(GREETING.length) : all
  }
}
