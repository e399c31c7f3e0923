import { part } from './dom.ts'
import { hasTerminal, type SessionState } from './session-state.ts'
import type { TerminalDesks, Typing } from './terminal-desk.ts'

/** Where the terminals stand while a lab is ready. Their code is loaded only when a lab starts. */
export class TerminalPlace {
  readonly #box: HTMLElement
  #attempt: string | undefined
  #desks: Promise<TerminalDesks> | undefined
  #resetting = false

  constructor(box: HTMLElement) {
    this.#box = box
  }

  /** Opens, keeps or removes the terminals as the state demands. */
  follow(state: SessionState): void {
    if (state.phase === 'asking' || state.phase === 'running') loadDesks()
    if (hasTerminal(state)) {
      if (this.#attempt !== state.view.id) this.#open(state.view.id, state.view.hosts)
      if (this.#resetting && state.view.state === 'ready') this.#desks?.then((desks) => desks.reconnect())
      this.#resetting = state.view.state === 'resetting'
    } else this.#close()
  }

  /** The learner asked for the lab: the terminal takes the focus, unless they went elsewhere meanwhile. */
  focus(from: Element): void {
    const { activeElement } = document
    if (activeElement === null || activeElement === document.body || activeElement === from) {
      this.#desks?.then((desks) => desks.focus())
    }
  }

  /** Types text at a prompt: of a host's terminal, or the one in front; without Enter unless that is wanted. */
  type(text: string, typing: Typing = {}): void {
    this.#desks?.then((desks) => desks.type(text, typing))
  }

  #open(attempt: string, hosts: string[]): void {
    this.#close()
    this.#attempt = attempt
    part(this.#box, 'idle').hidden = true
    this.#desks = loadDesks().then(({ TerminalDesks }) => new TerminalDesks(this.#box, attempt, hosts))
  }

  #close(): void {
    this.#desks?.then((desks) => desks.dispose())
    this.#desks = undefined
    this.#attempt = undefined
    this.#resetting = false
    part(this.#box, 'idle').hidden = false
  }
}

const loadDesks = () => import('./terminal-desk.ts')
