import { Problem } from '../errors/index.ts'
import { MAX_TERMINALS } from '../protocol/index.ts'
import type { Command, Pty, Size } from './pty.ts'
import { Shell } from './shell.ts'

/** What `list` tells of a shell. */
export interface ShellView {
  key: string
  running: boolean
  viewers: number
}

/** The shells of a keeper by key: `<attempt>/<host>/<n>`. */
export class Shells {
  readonly #spawn: (command: Command, size: Size) => Pty
  readonly #slots = new Map<string, { command: Command; shell?: Shell }>()

  constructor(spawn: (command: Command, size: Size) => Pty) {
    this.#spawn = spawn
  }

  /** Tells with which command a shell of this key begins, from the next time on. Throws Problem `too-many-terminals`. */
  ensure(key: string, command: Command): void {
    const attempt = key.split('/')[0]
    const others = [...this.#slots.keys()].filter((other) => other.startsWith(`${attempt}/`) && other !== key)
    if (others.length >= MAX_TERMINALS) {
      throw new Problem('too-many-terminals', `This lab has ${others.length} terminals, and may have ${MAX_TERMINALS}.`)
    }
    this.#slots.set(key, { ...this.#slots.get(key), command })
  }

  /** The running shell of this key, or a new one in this size; undefined when `ensure` was never called. */
  open(key: string, size: Size): Shell | undefined {
    const slot = this.#slots.get(key)
    if (!slot) return undefined
    if (!slot.shell?.running) slot.shell = new Shell(this.#spawn(slot.command, size), size)
    return slot.shell
  }

  /** Ends and forgets one shell by its key, or all of an attempt. */
  close(keyOrAttempt: string): void {
    for (const [key, { shell }] of this.#slots) {
      if (key !== keyOrAttempt && !key.startsWith(`${keyOrAttempt}/`)) continue
      this.#slots.delete(key)
      if (shell?.running) shell.kill()
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
