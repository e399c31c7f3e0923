import { h, setText } from './dom.ts'
import { showProblem } from './problem-box.ts'
import { openTerminal, type TerminalView } from './terminal.ts'
import type { LinkState } from './terminal-link.ts'

interface Desk {
  tab: HTMLButtonElement
  region: HTMLElement
  view: TerminalView
}

/** One terminal per host of the lab, one of them in front. */
export class TerminalDesks {
  readonly #desks = new Map<string, Desk>()
  readonly #tabs = h('div', { class: 'terminal-tabs', role: 'group', 'aria-label': 'Hosts' })
  readonly #root = h('div', { class: 'terminal-desks' })
  readonly #reader: HTMLButtonElement
  #front = ''

  constructor(box: HTMLElement, attempt: string, hosts: string[]) {
    this.#reader = h(
      'button',
      { type: 'button', class: 'tool', 'aria-pressed': 'false', click: () => this.#toggleReader() },
      'Screen reader',
    )
    const help = h('span', { class: 'terminal-help' }, h('kbd', {}, 'Esc'), ' then ', h('kbd', {}, 'Tab'), ' to leave')
    this.#root.append(h('div', { class: 'terminal-bar' }, this.#tabs, help, this.#reader))
    box.append(this.#root)
    for (const host of hosts) this.#desks.set(host, this.#open(attempt, host))
    if (hosts[0]) this.show(hosts[0])
  }

  /** Types text at the prompt of the terminal in front, without Enter, and puts the focus there. */
  type(text: string): void {
    const desk = this.#desks.get(this.#front)
    desk?.view.paste(text)
    desk?.view.term.focus()
  }

  /** Runs a command that only looks, in the terminal of a host or the one in front. */
  run(command: string, host?: string): void {
    if (host !== undefined && this.#desks.has(host)) this.show(host)
    this.type(command)
    this.#desks.get(this.#front)?.view.term.input('\r')
  }

  /** Connects every terminal anew: after a reset a shell may have ended. */
  reconnect(): void {
    for (const { view } of this.#desks.values()) view.reconnect()
  }

  focus(): void {
    this.#desks.get(this.#front)?.view.term.focus()
  }

  /** Brings a host's terminal to the front. */
  show(host: string): void {
    this.#front = host
    for (const [name, { tab, region }] of this.#desks) {
      tab.setAttribute('aria-pressed', String(name === host))
      region.hidden = name !== host
    }
    if (new URLSearchParams(location.search).has('measure')) window.term = this.#desks.get(host)?.view.term
  }

  dispose(): void {
    for (const { view } of this.#desks.values()) view.dispose()
    this.#root.remove()
  }

  #open(attempt: string, host: string): Desk {
    const tab = h('button', { type: 'button', class: 'tab', click: () => this.#choose(host) }, host)
    const line = h('p', { class: 'terminal-line', role: 'status' })
    const problem = h('div', { class: 'problem', role: 'alert', hidden: true })
    const screen = h('div', { class: 'terminal-screen' })
    const region = h(
      'div',
      { class: 'terminal', role: 'region', 'aria-label': `Terminal ${host}` },
      problem,
      screen,
      line,
    )
    this.#tabs.append(tab)
    this.#root.append(region)
    const url = `/api/attempts/${attempt}/hosts/${host}/terminal`
    const view = openTerminal(screen, url, (state) => {
      region.dataset.link = state.kind
      setText(line, lineOf(state))
      showProblem(problem, state.kind === 'refused' ? state.refusal : undefined, () => view.reconnect())
    })
    return { tab, region, view }
  }

  #choose(host: string): void {
    this.show(host)
    this.focus()
  }

  #toggleReader(): void {
    const on = this.#reader.getAttribute('aria-pressed') !== 'true'
    this.#reader.setAttribute('aria-pressed', String(on))
    for (const { view } of this.#desks.values()) view.term.options.screenReaderMode = on
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
