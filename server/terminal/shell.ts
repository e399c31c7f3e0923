import { randomUUID } from 'node:crypto'
import { type ServerControl, TAKEN_EVERY_BYTES } from '../protocol/index.ts'
import { CREDIT_BYTES } from './credit.ts'
import { type InputCount, Inputs } from './inputs.ts'
import { Modes } from './modes.ts'
import { Pacer } from './pacer.ts'
import type { Pty, Size } from './pty.ts'
import { Ring } from './ring.ts'
import { Window } from './window.ts'

/** Output kept for whoever comes back, enough to rebuild any screen and some pages above it. */
const RING_BYTES = 1024 * 1024
/** Output that follows closely goes out together. */
const BATCH_MS = 5
/** Where old output was cut off, drawing begins at a line or a sequence within this many bytes. */
const SEAM_BYTES = 4096
/** A browser learns from the first key after this long that it still has a connection. */
const TELL_AGAIN_MS = 1000
const [LINE_FEED, ESCAPE] = [0x0a, 0x1b]

/** One browser looking at a shell. */
export interface Viewer {
  bytes(chunk: Buffer): void
  control(message: ServerControl): void
}

/** What a browser says when it comes. */
export interface Arrival extends Size {
  from: number
  shell?: string | undefined
  client: string
}

/** A viewer's place: what it has seen, what it has typed, how large its screen is. */
interface Seat {
  window: Window
  input: InputCount
  /** The input that it was told to be taken. */
  told: number
  toldAt: number
  size: Size
}

/** A running program, the memory of its screen, and everybody who looks at it. */
export class Shell {
  readonly id = randomUUID()
  readonly #pty: Pty
  readonly #lost = new Modes()
  readonly #ring = new Ring(RING_BYTES, (bytes) => this.#lost.read(bytes))
  readonly #inputs = new Inputs()
  readonly #seats = new Map<Viewer, Seat>()
  readonly #pacer = new Pacer(() => this.#flush(), BATCH_MS)
  #paused = false
  #exitCode: number | undefined
  #size: Size

  constructor(pty: Pty, size: Size) {
    this.#pty = pty
    this.#size = size
    pty.onData((bytes) => {
      this.#ring.append(bytes)
      this.#pacer.ask()
      this.#regulate()
    })
    pty.onExit((code) => {
      this.#exitCode = code
      this.#flush()
    })
  }

  get running(): boolean {
    return this.#exitCode === undefined
  }

  get viewers(): number {
    return this.#seats.size
  }

  /** Shows the output from `from` on, or all that is left when `from` is of another shell or no longer there. */
  attach(viewer: Viewer, { from, shell, client, cols, rows }: Arrival): void {
    const { start, end } = this.#ring
    const known = shell === this.id || (shell === undefined && from === 0)
    const goesOn = known && from >= start && from <= end
    const input = this.#inputs.of(client)
    const seat = { window: new Window(from), input, told: input.taken, toldAt: 0, size: { cols, rows } }
    this.#seats.set(viewer, seat)
    this.#resize(seat.size)
    if (goesOn) this.#show(viewer, seat, { offset: from, reset: false, prelude: '' })
    else this.#restart(viewer, seat)
    this.#flush()
  }

  detach(viewer: Viewer): void {
    this.#seats.delete(viewer)
    this.#regulate()
  }

  acknowledge(viewer: Viewer, offset: number): void {
    this.#seats.get(viewer)?.window.acknowledge(offset)
    this.#flush()
  }

  /** Of several screens, the one where somebody types decides on the size. */
  write(viewer: Viewer, bytes: Buffer): void {
    const seat = this.#seats.get(viewer)
    if (!seat) return
    this.#resize(seat.size)
    this.#pty.write(bytes, (count) => {
      seat.input.taken += count
      this.#tellTaken(viewer, seat)
    })
    seat.input.received += bytes.length
  }

  resize(viewer: Viewer, size: Size): void {
    const seat = this.#seats.get(viewer)
    if (seat) seat.size = size
    this.#resize(size)
  }

  kill(): void {
    this.#pty.kill()
  }

  #resize({ cols, rows }: Size): void {
    if (cols === this.#size.cols && rows === this.#size.rows) return
    this.#size = { cols, rows }
    this.#pty.resize(this.#size)
  }

  #tellTaken(viewer: Viewer, seat: Seat): void {
    const now = performance.now()
    const due = seat.input.taken - seat.told >= TAKEN_EVERY_BYTES || now - seat.toldAt > TELL_AGAIN_MS
    if (!due || this.#seats.get(viewer) !== seat) return
    seat.told = seat.input.taken
    seat.toldAt = now
    viewer.control({ type: 'taken', offset: seat.told })
  }

  /** From the oldest output that is left, on an empty screen. */
  #restart(viewer: Viewer, seat: Seat): void {
    const { start } = this.#ring
    const seam = start === 0 ? Buffer.alloc(0) : this.#ring.read(start, SEAM_BYTES)
    const at = seam.findIndex((byte) => byte === LINE_FEED || byte === ESCAPE)
    const skipped = at < 0 ? seam.findIndex(startsCharacter) : seam[at] === LINE_FEED ? at + 1 : at
    this.#show(viewer, seat, { offset: start + Math.max(0, skipped), reset: true, prelude: this.#lost.prelude })
  }

  #show(viewer: Viewer, seat: Seat, where: { offset: number; reset: boolean; prelude: string }): void {
    const { received, taken } = seat.input
    seat.window = new Window(where.offset)
    seat.told = taken
    viewer.control({ type: 'attached', ...where, live: this.#ring.end, shell: this.id, received, taken })
  }

  #flush(): void {
    for (const [viewer, seat] of this.#seats) this.#send(viewer, seat)
    this.#regulate()
  }

  #send(viewer: Viewer, seat: Seat): void {
    if (seat.window.room <= 0) return
    // Others read on while this one did not: what it misses is gone.
    if (seat.window.sent < this.#ring.start) this.#restart(viewer, seat)
    const { window } = seat
    const chunk = this.#ring.read(window.sent, window.room)
    if (chunk.length > 0) viewer.bytes(chunk)
    window.advance(chunk.length)
    if (this.#exitCode === undefined || window.sent < this.#ring.end) return
    this.#seats.delete(viewer)
    viewer.control({ type: 'exit', code: this.#exitCode })
  }

  /** The program waits while nobody who looks can take more; with nobody looking it goes on. */
  #regulate(): void {
    const seats = [...this.#seats.values()]
    const seen = seats.length > 0 ? Math.max(...seats.map(({ window }) => window.acknowledged)) : this.#ring.end
    this.#pty.allow(seen + CREDIT_BYTES)
    const pause = seats.length > 0 && !seats.some(({ window }) => window.keepsUp(this.#ring.end))
    if (pause === this.#paused) return
    this.#paused = pause
    if (pause) this.#pty.pause()
    else this.#pty.resume()
  }
}

/** False for the bytes that go on a character of UTF-8. */
const startsCharacter = (byte: number) => (byte & 0xc0) !== 0x80
