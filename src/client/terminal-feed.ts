import { SIZE_LIMITS } from '../../server/protocol/index.ts'
import { PlainRun } from './plain-run.ts'

/** Given to the emulator at once; it takes one or two milliseconds. */
const SLICE_BYTES = 8 * 1024
/** While lines are left out, this many frames pass between two pictures. */
const FRAMES_LEFT_OUT = 3
const [, MOST_ROWS] = SIZE_LIMITS.rows

/** What draws the terminal. */
export interface Emulator {
  /** Calls `done` once the bytes are drawn. */
  write(bytes: Uint8Array, done: () => void): void
  /** Lines of history that it keeps. */
  readonly history: number
  /** Whether plain text moves through the whole screen: no sequence has only begun, no margins are set. */
  readonly scrollsFreely: boolean
  /** There is more to draw than a frame has time for. */
  flooded(): void
}

/** The time that terminals may take of each frame. */
export interface FrameShare {
  take(ms: number): void
  isLeft(): boolean
  whenNext(work: () => void): void
}

/**
 * Output on its way to the emulator: as much in a frame as leaves the page its time. Lines of a flood that would have left
 * the history again before the frame ends are not drawn: screen and history are the same without them.
 */
export class TerminalFeed {
  readonly #emulator: Emulator
  readonly #frame: FrameShare
  #run = new PlainRun()
  #chunks: Uint8Array[] = []
  #waiting: { end: number; done: () => void }[] = []
  /** Offsets: what was drawn or left out, what arrived. */
  #at = 0
  #end = 0
  #resting = false
  #leftOut = false
  #busy = false

  constructor(emulator: Emulator, frame: FrameShare) {
    this.#emulator = emulator
    this.#frame = frame
  }

  /** Calls `done` once nothing of the bytes is missing on the screen. */
  write(bytes: Uint8Array, done: () => void): void {
    this.#run.push(bytes)
    this.#chunks.push(bytes)
    this.#end += bytes.length
    this.#waiting.push({ end: this.#end, done })
    this.#go()
  }

  /** Forgets what was not drawn yet: the terminal begins anew. */
  clear(): void {
    this.#chunks = []
    this.#waiting = []
    this.#at = this.#end
    this.#run = new PlainRun(this.#end)
  }

  #go(): void {
    if (this.#busy) return
    this.#leaveOut()
    if (this.#resting || this.#at === this.#end) return
    if (!this.#frame.isLeft()) this.#rest()
    else this.#draw(this.#take())
  }

  #draw(slice: Uint8Array): void {
    const end = this.#at + slice.length
    const start = performance.now()
    this.#busy = true
    this.#emulator.write(slice, () => {
      this.#busy = false
      this.#frame.take(performance.now() - start)
      this.#reach(end)
      this.#go()
    })
  }

  #rest(frames = 1): void {
    this.#resting = true
    this.#leftOut = false
    this.#emulator.flooded()
    this.#frame.whenNext(() => {
      if (this.#leftOut && frames < FRAMES_LEFT_OUT) return this.#rest(frames + 1)
      this.#resting = false
      this.#go()
    })
  }

  /** Only where all before the plain text is drawn already: what the emulator tells of itself then holds for all of it. */
  #leaveOut(): void {
    const until = this.#run.before(this.#emulator.history + MOST_ROWS)
    if (this.#run.start > this.#at || until <= this.#at || !this.#emulator.scrollsFreely) return
    this.#leftOut = true
    for (let left = until - this.#at; left > 0; ) left -= this.#take(left).length
    this.#reach(until)
  }

  #take(most = SLICE_BYTES): Uint8Array {
    const [chunk] = this.#chunks as [Uint8Array]
    if (chunk.length > most) this.#chunks[0] = chunk.subarray(most)
    else this.#chunks.shift()
    return chunk.subarray(0, most)
  }

  #reach(offset: number): void {
    this.#at = Math.max(this.#at, offset)
    for (let [first] = this.#waiting; first && first.end <= this.#at; [first] = this.#waiting) {
      this.#waiting.shift()
      first.done()
    }
  }
}
