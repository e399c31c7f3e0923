import { Readable } from 'node:stream'
import type { Attempts } from '../attempt/attempts.ts'
import { ATTEMPT_EVENT, type AttemptView } from '../protocol/index.ts'

/** Keeps proxies from closing a quiet stream. */
const HEARTBEAT_MS = 15_000

/**
 * An attempt as server-sent events: how it is at once, then every change, until it has ended or the reader is gone. A slow
 * reader skips to the latest. Throws as `Attempts.view` does.
 */
export class AttemptEvents extends Readable {
  readonly #unwatch: () => void
  readonly #heartbeat: NodeJS.Timeout
  #latest: AttemptView | undefined
  #wanted = false

  constructor(attempts: Pick<Attempts, 'view' | 'watch'>, id: string, owner: string) {
    super()
    this.#latest = attempts.view(id, owner)
    this.#unwatch = attempts.watch(id, owner, (view) => {
      this.#latest = view
      this.#show()
    })
    this.#heartbeat = setInterval(() => this.#write(':\n\n'), HEARTBEAT_MS)
  }

  override _read(): void {
    this.#wanted = true
    this.#show()
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    clearInterval(this.#heartbeat)
    this.#unwatch()
    done(error)
  }

  #show(): void {
    const view = this.#latest
    if (!view || !this.#wanted) return
    this.#latest = undefined
    this.#write(`event: ${ATTEMPT_EVENT}\ndata: ${JSON.stringify(view)}\n\n`)
    if (view.state === 'ended' || view.state === 'failed') this.#end()
  }

  #write(text: string): void {
    if (this.#wanted) this.#wanted = this.push(text)
  }

  #end(): void {
    this.#wanted = false
    this.push(null)
  }
}
