import type { RunView } from '../../server/protocol/index.ts'
import { request } from './api.ts'
import { part } from './dom.ts'
import { runLines, when } from './run-lines.ts'

/** What was done in the last run of this lab: it can be read although the host is gone. */
export class LastRun {
  readonly #box: HTMLElement
  readonly #lab: string
  #asked = ''

  constructor(box: HTMLElement, lab: string) {
    this.#box = box
    this.#lab = lab
  }

  /** `key`: asked for again when it changes; undefined while a lab runs. */
  async show(key: string | undefined): Promise<void> {
    if (key === undefined) {
      this.#asked = ''
      this.#box.hidden = true
      return
    }
    if (key === this.#asked) return
    this.#asked = key
    // Nobody is told of a fault here: the lab is over, and what matters stands elsewhere.
    const answer = await request<{ runs: RunView[] }>('GET', `/api/labs/${encodeURIComponent(this.#lab)}/runs`).catch(
      () => undefined,
    )
    const run = answer?.runs[0]
    if (run && this.#asked === key) this.#draw(run)
  }

  #draw(run: RunView): void {
    this.#box.hidden = false
    const list = part(this.#box, 'run-list')
    const copy = part(this.#box, 'run-copy')
    part(this.#box, 'run-when').textContent = `It ended ${when(run.endedAt)}. ${run.reason}`
    list.replaceChildren(...runLines(run, titleOf))
    copy.hidden = run.commands.length === 0
    copy.onclick = async () => {
      await navigator.clipboard.writeText(run.commands.map(({ command }) => command).join('\n'))
      copy.textContent = 'Copied'
    }
    copy.textContent = 'Copy the commands'
  }
}

const titleOf = (task: string) =>
  document.querySelector(`li[data-task="${CSS.escape(task)}"] .task-title`)?.textContent ?? task
