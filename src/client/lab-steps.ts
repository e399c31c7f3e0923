import { h } from './dom.ts'
import type { SessionState } from './session-state.ts'
import { wordsOfQueue } from './words.ts'

/** What has been done of the start, and what is being done: in the place where the terminal will be. */
export class LabSteps {
  readonly #list: HTMLElement
  #attempt = ''
  #steps: string[] = []

  constructor(list: HTMLElement) {
    this.#list = list
  }

  follow(state: SessionState): void {
    const busy = state.phase === 'running' && ['waiting', 'starting', 'resetting'].includes(state.view.state)
    this.#list.hidden = !busy
    if (state.phase !== 'running' || !busy) {
      this.#steps = []
      return
    }
    const { id, detail, queue } = state.view
    if (id !== this.#attempt) this.#steps = []
    this.#attempt = id
    if (detail && !this.#steps.includes(detail)) this.#steps.push(detail)
    const items = this.#steps.map((step, index) => {
      const current = index === this.#steps.length - 1
      return h('li', { class: current ? 'now' : 'done', 'aria-current': current ? 'step' : undefined }, step)
    })
    if (queue) items.at(-1)?.append(h('p', { 'data-part': 'place' }, wordsOfQueue(queue)))
    this.#list.replaceChildren(...items)
  }
}
