import { Problem } from '../errors/index.ts'

type By = 'owner' | 'address'

/** Counts who is here, by learner and by address, and lets in no more than that. */
export class Crowd {
  readonly #most: Record<By, number>
  readonly #here = { owner: new Map<string, number>(), address: new Map<string, number>() }

  constructor(most: Record<By, number>) {
    this.#most = most
  }

  /** Returns how to leave. Throws Problem `too-many-requests`. */
  enter(who: Record<By, string>): () => void {
    const by: By[] = ['owner', 'address']
    for (const one of by) {
      const count = this.#here[one].get(who[one]) ?? 0
      if (count < this.#most[one]) continue
      const whose = one === 'owner' ? 'You have' : 'From your address there are'
      throw new Problem('too-many-requests', `${whose} ${count} open terminals, the most there may be.`, {
        remedy: 'Close a page with terminals that is no longer needed.',
      })
    }
    for (const one of by) this.#add(one, who[one], 1)
    let gone = false
    return () => {
      if (!gone) for (const one of by) this.#add(one, who[one], -1)
      gone = true
    }
  }

  #add(by: By, name: string, step: 1 | -1): void {
    const count = (this.#here[by].get(name) ?? 0) + step
    if (count > 0) this.#here[by].set(name, count)
    else this.#here[by].delete(name)
  }
}
