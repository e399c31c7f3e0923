import type { CheckOutcome, TaskView } from '../../server/protocol/index.ts'
import { answerForm } from './answer-form.ts'
import { h, setText } from './dom.ts'
import { moodOf, taskState } from './words.ts'

const VERDICTS = { pass: 'as wanted', fail: 'not as wanted', unobservable: 'could not be seen' }

interface Acts {
  answer: (text: string) => Promise<void>
  showSolution: () => void
  run: (command: string, host?: string) => void
  continueFrom: () => void
  verify: () => Promise<void>
}

function checkRow(check: CheckOutcome, run: Acts['run']): HTMLElement {
  const row = (name: string, ...value: (Node | string)[]) => h('div', {}, h('dt', {}, name), h('dd', {}, ...value))
  return h(
    'li',
    { class: 'check', 'data-outcome': check.outcome },
    h('p', { class: 'check-name' }, h('code', {}, check.check), ` ${VERDICTS[check.outcome]}`),
    h(
      'dl',
      {},
      row('Expected', check.expected),
      row('Observed', check.observed),
      check.evidence ? row('See it yourself', h('code', {}, check.evidence), ' ', runButton(check, run)) : undefined,
    ),
  )
}

function runButton({ check, evidence, host }: CheckOutcome, run: Acts['run']): HTMLElement {
  const label = h('span', { class: 'visually-hidden' }, ` the command that shows what ${check} saw`)
  return h('button', { type: 'button', class: 'link-button', click: () => run(evidence, host) }, 'Run', label)
}

/** One task of the list. Only what changed is touched, so that focus, typed text and opened details stay. */
export class TaskItem {
  readonly #root: HTMLElement
  readonly #state: Element
  readonly #body: Element
  readonly #details = h('details', { class: 'checks', hidden: true }, h('summary', {}, 'What was seen'))
  readonly #list = h('ul', {})
  readonly #hints = h('div', { class: 'hints' })
  readonly #why = h('p', { class: 'why', hidden: true })
  readonly #solution = h('div', { class: 'solution' })
  readonly #ask: HTMLElement
  readonly #acts: Acts
  readonly #form: HTMLFormElement | undefined
  readonly #options: boolean
  #shown = ''
  #hintTexts: string[] = []
  #revealed = 0

  readonly #continue: HTMLElement
  readonly #verify: HTMLButtonElement

  constructor(root: HTMLElement, { kind, title, options }: TaskView, acts: Acts) {
    this.#acts = acts
    this.#options = options !== undefined
    this.#root = root
    this.#state = root.querySelector('.task-state')!
    this.#body = root.querySelector('.task-body')!
    if (kind === 'answer') this.#form = answerForm(`answer-${root.dataset.task}`, { title, options }, acts.answer)
    this.#details.append(this.#list)
    this.#continue = h(
      'button',
      { type: 'button', class: 'link-button', hidden: true, click: acts.continueFrom },
      'Continue from here',
      h('span', { class: 'visually-hidden' }, ': have the earlier tasks done for you'),
    )
    this.#ask = h(
      'button',
      { type: 'button', class: 'link-button', hidden: true, click: acts.showSolution },
      'Show the solution',
    )
    this.#verify = h(
      'button',
      { type: 'button', class: 'button', hidden: true, click: () => this.#runVerify() },
      'Verify',
    )
    this.#body.append(this.#why, this.#verify, ...(this.#form ? [this.#form] : []))
    const more = h('div', { class: 'task-more' }, this.#details, this.#hints, this.#ask, this.#continue, this.#solution)
    this.#body.append(more)
  }

  /** `ready`: the lab can be asked for more; `first`: no task stands before this one. */
  update(task: TaskView, { ready, first }: { ready: boolean; first: boolean }): void {
    this.#continue.hidden = !ready || first
    this.#ask.hidden = !ready || task.outcome === 'pass' || task.solution !== undefined
    this.#verify.hidden = !ready || !task.verify || task.outcome === 'pass'
    this.#why.hidden = task.why === undefined
    setText(this.#why, task.why ?? '')
    this.#showSolution(task.solution)
    this.#root.dataset.outcome = task.outcome
    this.#root.dataset.mood = moodOf(task)
    setText(this.#root.querySelector('.task-title')!, task.title)
    setText(this.#state, taskState(task))
    if (this.#form) this.#form.hidden = task.outcome === 'pass'
    this.#showChecks(task.checks)
    this.#showHints(task.outcome === 'pass' ? [] : task.hints)
  }

  /** Something restarts on the host: one at a time. */
  async #runVerify(): Promise<void> {
    this.#verify.disabled = true
    setText(this.#verify, 'Verifying…')
    await this.#acts.verify().finally(() => {
      this.#verify.disabled = false
      setText(this.#verify, 'Verify')
    })
  }

  #showChecks(checks: CheckOutcome[]): void {
    const shown = JSON.stringify(checks)
    if (shown === this.#shown) return
    this.#shown = shown
    this.#details.hidden = checks.length === 0
    // What a wrong pick would have looked like is the answer to it.
    if (this.#options && checks.some(({ outcome }) => outcome === 'fail')) this.#details.open = true
    this.#list.replaceChildren(...checks.map((check) => checkRow(check, this.#acts.run)))
  }

  #showSolution(text: string | undefined): void {
    if (text === undefined || this.#solution.dataset.shown === text) return
    this.#solution.dataset.shown = text
    const note = 'The solution; that you saw it is kept with your progress.'
    const none = h('p', {}, 'This task has no commands of its own: an earlier one does it.')
    this.#solution.replaceChildren(h('p', { class: 'muted' }, note), text ? h('pre', { tabindex: '0' }, text) : none)
  }

  #showHints(texts: string[]): void {
    if (texts.join('\n') === this.#hintTexts.join('\n')) return
    this.#hintTexts = texts
    this.#revealed = Math.min(this.#revealed, texts.length)
    this.#drawHints()
  }

  #drawHints(): void {
    const texts = this.#hintTexts
    const shown = texts.slice(0, this.#revealed).map((text) => h('p', { class: 'hint', tabindex: '-1' }, text))
    const next = `Show a hint (${this.#revealed + 1} of ${texts.length})`
    const more = h('button', { type: 'button', class: 'link-button', click: () => this.#reveal() }, next)
    this.#hints.replaceChildren(...shown, ...(this.#revealed < texts.length ? [more] : []))
  }

  #reveal(): void {
    this.#revealed++
    this.#drawHints()
    this.#hints.querySelector<HTMLElement>('.hint:last-of-type')?.focus()
  }
}
