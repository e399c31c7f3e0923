import type { Command, Pty, Size } from './pty.ts'
import { Shell } from './shell.ts'

/** What `list` tells of a shell. */
export interface ShellView {
  key: string
  running: boolean
  viewers: number
}

/** The shells of a keeper by key: `<attempt>/<host>`. */
export class Shells {
  readonly #spawn: (command: Command, size: Size) => Pty
  readonly #slots = new Map<string, { command: Command; shell?: Shell }>()

  constructor(spawn: (command: Command, size: Size) => Pty) {
    this.#spawn = spawn
  }

  /** Tells with which command a shell of this key begins, from the next time on. */
  ensure(key: string, command: Command): void {
    this.#slots.set(key, { ...this.#slots.get(key), command })
  }

  /** The running shell of this key in the given size, or a new one; undefined when `ensure` was never called. */
  open(key: string, size: Size): Shell | undefined {
    const slot = this.#slots.get(key)
    if (!slot) return undefined
    if (slot.shell?.running) slot.shell.resize(size)
    else slot.shell = new Shell(this.#spawn(slot.command, size))
    return slot.shell
  }

  /** Ends and forgets the shells of an attempt. */
  close(attempt: string): void {
    for (const [key, { shell }] of this.#slots) {
      if (!key.startsWith(`${attempt}/`)) continue
      this.#slots.delete(key)
      shell?.kill()
    }
  }

  list(): ShellView[] {
    return [...this.#slots].map(([key, { shell }]) => ({
      key,
      running: shell?.running ?? false,
      viewers: shell?.viewers ?? 0,
    }))
  }
}
