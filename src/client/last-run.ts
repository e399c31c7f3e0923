import type { RunView } from '../../server/protocol/index.ts'
import { request } from './api.ts'
import { h, part } from './dom.ts'

const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' })
const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' })

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
    part(this.#box, 'run-when').textContent = `It ended ${day.format(new Date(run.endedAt))}. ${run.reason}`
    list.replaceChildren(...linesOf(run))
    copy.hidden = run.commands.length === 0
    copy.onclick = async () => {
      await navigator.clipboard.writeText(run.commands.map(({ command }) => command).join('\n'))
      copy.textContent = 'Copied'
    }
    copy.textContent = 'Copy the commands'
  }
}

/** Commands and passed tasks in the order of time. */
function linesOf({ commands, passed }: RunView): HTMLElement[] {
  const lines = [
    ...commands.map(({ at, host, command }) => ({
      at,
      row: [h('span', { class: 'muted' }, `${host} `), h('code', {}, command)],
    })),
    ...passed.map(({ at, task, replayed }) => ({
      at,
      row: [h('strong', {}, `${replayed ? 'Done for you' : 'Passed'}: ${titleOf(task)}`)],
    })),
  ].sort((a, b) => a.at.localeCompare(b.at))
  if (lines.length === 0) return [h('li', {}, 'Nothing was typed or passed.')]
  return lines.map(({ at, row }) => h('li', {}, h('time', { datetime: at }, time.format(new Date(at))), ' ', ...row))
}

const titleOf = (task: string) =>
  document.querySelector(`li[data-task="${CSS.escape(task)}"] .task-title`)?.textContent ?? task
