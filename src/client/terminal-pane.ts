import { nameOf, type Place } from './desk-layout.ts'
import { h, setText } from './dom.ts'
import { showProblem } from './problem-box.ts'
import { openTerminal, type TerminalOptions, type TerminalView } from './terminal.ts'
import type { LinkState } from './terminal-link.ts'

/** A shell that was just opened shows its prompt within this time. */
const PROMPT_MS = 3000
/** To the end of the line, and away with what was typed; the shell gives it back with Ctrl-Y. */
const CLEAR_LINE = '\x05\x15'

export interface PaneOptions extends Pick<TerminalOptions, 'typed' | 'find'> {
  attempt: string
  place: Place
  /** Where it is to be, on the page already: what is not shown has no size. */
  parent: HTMLElement
  /** It was clicked or took the focus. */
  used: () => void
}

/** One terminal on the page: the screen, and what is to be said about its connection. */
export class TerminalPane {
  readonly place: Place
  readonly region: HTMLElement
  readonly view: TerminalView
  readonly #status = h('span', { role: 'status' })
  readonly #anew: HTMLButtonElement
  readonly #problem = h('div', { class: 'problem', role: 'alert', hidden: true })
  readonly #question = h('div', { class: 'terminal-question', role: 'group', 'aria-label': 'Paste', hidden: true })

  constructor({ attempt, place, parent, used, typed, find }: PaneOptions) {
    this.place = place
    const screen = h('div', { class: 'terminal-screen' })
    const startAnew = () => {
      this.view.term.input('\r')
      this.view.term.focus()
    }
    this.#anew = h('button', { type: 'button', class: 'button', hidden: true, click: startAnew }, 'New shell')
    this.region = h(
      'div',
      { class: 'terminal', role: 'region', 'aria-label': `Terminal ${nameOf(place)}`, focusin: used },
      this.#problem,
      this.#question,
      screen,
      h('div', { class: 'terminal-line' }, this.#status, this.#anew),
    )
    parent.append(this.region)
    const url = `/api/attempts/${attempt}/hosts/${place.host}/terminals/${place.n}`
    this.view = openTerminal(screen, { url, typed, find, onLink: (state) => this.#show(state) })
    this.view.term.textarea?.setAttribute('aria-describedby', 'terminal-help')
  }

  focus(): void {
    this.view.term.focus()
  }

  /**
   * Types a text for the learner in one paste, where everybody sees it; with `enter`, runs it. Several lines where no prompt
   * waits would run one by one: the learner is asked first.
   */
  async type(text: string, enter: boolean): Promise<void> {
    const { term } = this.view
    this.region.scrollIntoView({ block: 'nearest' })
    this.focus()
    await this.#prompt()
    const prompt = term.modes.bracketedPasteMode && term.buffer.active.type === 'normal'
    if (text.includes('\n') && !term.modes.bracketedPasteMode) this.#ask(text, enter)
    else this.#type(prompt ? CLEAR_LINE : '', text, enter)
  }

  dispose(): void {
    this.view.dispose()
    this.region.remove()
  }

  #type(before: string, text: string, enter: boolean): void {
    const { term } = this.view
    if (before) term.input(before)
    term.paste(text)
    if (enter) term.input('\r')
    term.scrollToBottom()
    this.region.classList.remove('typed')
    requestAnimationFrame(() => this.region.classList.add('typed'))
  }

  /** Waits for a shell that is only coming up. */
  async #prompt(): Promise<void> {
    const { term } = this.view
    const until = performance.now() + PROMPT_MS
    const isFresh = () => term.buffer.active.length <= term.rows && term.buffer.active.cursorY === 0
    while (isFresh() && !term.modes.bracketedPasteMode && performance.now() < until)
      await new Promise((resolve) => setTimeout(resolve, 50))
  }

  #ask(text: string, enter: boolean): void {
    const answer = (go: boolean) => () => {
      this.#question.hidden = true
      if (go) this.#type('', text, enter)
      this.focus()
    }
    const button = (label: string, go: boolean) =>
      h('button', { type: 'button', class: go ? 'button primary' : 'button', click: answer(go) }, label)
    this.#question.replaceChildren(
      h('p', { role: 'status' }, 'No prompt waits here: each line would go to the program that runs, at once.'),
      button('Cancel', false),
      button('Paste all the same', true),
    )
    this.#question.hidden = false
    this.#question.querySelector('button')?.focus()
  }

  #show(state: LinkState): void {
    this.region.dataset.link = state.kind
    setText(this.#status, lineOf(state))
    this.#anew.hidden = state.kind !== 'exited'
    showProblem(this.#problem, state.kind === 'refused' ? state.refusal : undefined, () => this.view.reconnect())
  }
}

function lineOf(state: LinkState): string {
  switch (state.kind) {
    case 'connecting':
      return 'Connecting…'
    case 'reconnecting':
      return 'Reconnecting… Your shell goes on meanwhile; what you type is sent afterwards.'
    case 'exited':
      return `The shell ended with code ${state.code}. Press a key for a new one.`
    default:
      return ''
  }
}
