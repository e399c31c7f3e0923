import { randomUUID } from 'node:crypto'
import type { ServerControl } from '../protocol/index.ts'
import { Pacer } from './pacer.ts'
import type { Pty, Size } from './pty.ts'
import { Ring } from './ring.ts'
import { Window } from './window.ts'

/** Output kept for whoever comes back, enough to rebuild any screen and some pages above it. */
const RING_BYTES = 1024 * 1024
/** Output that follows closely goes out together. */
const BATCH_MS = 5

/** One browser looking at a shell. */
export interface Viewer {
  bytes(chunk: Buffer): void
  control(message: ServerControl): void
}

/** A running program, the memory of its screen, and everybody who looks at it. */
export class Shell {
  readonly id = randomUUID()
  readonly #pty: Pty
  readonly #ring = new Ring(RING_BYTES)
  readonly #viewers = new Map<Viewer, Window>()
  readonly #pacer = new Pacer(() => this.#flush(), BATCH_MS)
  #paused = false
  #exitCode: number | undefined

  constructor(pty: Pty) {
    this.#pty = pty
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
    return this.#viewers.size
  }

  /** Shows the output from `from` on, or all that is left when `from` is of another shell or no longer there. */
  attach(viewer: Viewer, from: number, shell: string | undefined): void {
    const { start, end } = this.#ring
    const known = shell === this.id || (shell === undefined && from === 0)
    if (known && from >= start && from <= end) this.#show(viewer, from, false)
    else this.#show(viewer, start, true)
    this.#flush()
  }

  detach(viewer: Viewer): void {
    this.#viewers.delete(viewer)
    this.#regulate()
  }

  acknowledge(viewer: Viewer, offset: number): void {
    this.#viewers.get(viewer)?.acknowledge(offset)
    this.#flush()
  }

  write(bytes: Buffer): void {
    this.#pty.write(bytes)
  }

  resize(size: Size): void {
    this.#pty.resize(size)
  }

  kill(): void {
    this.#pty.kill()
  }

  #show(viewer: Viewer, offset: number, reset: boolean): Window {
    const window = new Window(offset)
    this.#viewers.set(viewer, window)
    viewer.control({ type: 'attached', offset, live: this.#ring.end, reset, shell: this.id })
    return window
  }

  #flush(): void {
    for (const [viewer, window] of this.#viewers) this.#send(viewer, window)
    this.#regulate()
  }

  #send(viewer: Viewer, present: Window): void {
    if (present.room <= 0) return
    // Others read on while this one did not: what it misses is gone.
    const window = present.sent < this.#ring.start ? this.#show(viewer, this.#ring.start, true) : present
    const chunk = this.#ring.read(window.sent, window.room)
    if (chunk.length > 0) viewer.bytes(chunk)
    window.advance(chunk.length)
    if (this.#exitCode === undefined || window.sent < this.#ring.end) return
    this.#viewers.delete(viewer)
    viewer.control({ type: 'exit', code: this.#exitCode })
  }

  /** The program waits while nobody who looks can take more; with nobody looking it goes on. */
  #regulate(): void {
    const windows = [...this.#viewers.values()]
    const pause = windows.length > 0 && !windows.some((window) => window.keepsUp(this.#ring.end))
    if (pause === this.#paused) return
    this.#paused = pause
    if (pause) this.#pty.pause()
    else this.#pty.resume()
  }
}
