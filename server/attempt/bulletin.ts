import type { AttemptView } from '../protocol/index.ts'

/** Tells watchers of an attempt what is new, each time with a higher revision. */
export class Bulletin {
  readonly #watchers = new Set<(view: AttemptView) => void>()
  #shown = ''
  revision = 0

  get watched(): boolean {
    return this.#watchers.size > 0
  }

  watch(listener: (view: AttemptView) => void): () => void {
    this.#watchers.add(listener)
    return () => this.#watchers.delete(listener)
  }

  /** `view`: asked for again once the revision is the new one. */
  tell(view: () => AttemptView): void {
    const text = JSON.stringify({ ...view(), revision: 0 })
    if (text === this.#shown) return
    this.#shown = text
    // Higher than what an earlier run of the server gave out.
    this.revision = Math.max(this.revision + 1, Date.now())
    for (const watcher of this.#watchers) watcher(view())
  }
}
