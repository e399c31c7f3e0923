import type { Terminal } from '@xterm/xterm'
import { h } from './dom.ts'

const ARROWS = { '←': ['Left', 'D'], '↓': ['Down', 'B'], '↑': ['Up', 'A'], '→': ['Right', 'C'] } as const
const SIGNS = { '|': 'Pipe', '/': 'Slash', '-': 'Minus' } as const

/** The keys that a phone's keyboard lacks, as a row of buttons. Ctrl holds for the next key, of either keyboard. */
export class TouchKeys {
  readonly row: HTMLElement
  readonly #term: () => Terminal
  readonly #ctrl: HTMLButtonElement

  constructor(term: () => Terminal) {
    this.#term = term
    this.#ctrl = this.#button('Ctrl', 'Control, for the next key', () => this.#hold(!this.#held))
    this.#ctrl.setAttribute('aria-pressed', 'false')
    this.row = h(
      'div',
      { class: 'touch-keys', role: 'group', 'aria-label': 'Keys', pointerdown: keepFocus },
      this.#button('Esc', 'Escape', () => this.#press('\x1b')),
      this.#button('Tab', 'Tab', () => this.#press('\t')),
      this.#ctrl,
      ...Object.entries(ARROWS).map(([sign, [name, final]]) =>
        this.#button(sign, name, () =>
          this.#press(`\x1b${this.#term().modes.applicationCursorKeysMode ? 'O' : '['}${final}`),
        ),
      ),
      ...Object.entries(SIGNS).map(([sign, name]) => this.#button(sign, name, () => this.#press(sign))),
    )
  }

  /** What a typed text means while Ctrl is held. */
  typed(text: string): string {
    if (!this.#held || text.length !== 1) return text
    this.#hold(false)
    return controlOf(text)
  }

  get #held(): boolean {
    return this.#ctrl.getAttribute('aria-pressed') === 'true'
  }

  #hold(held: boolean): void {
    this.#ctrl.setAttribute('aria-pressed', String(held))
    this.#term().focus()
  }

  #press(keys: string): void {
    this.#term().input(keys)
    this.#term().focus()
  }

  #button(text: string, name: string, click: () => void): HTMLButtonElement {
    return h('button', { type: 'button', 'aria-label': name, click }, text)
  }
}

/** `c` → Ctrl-C. What has no control character stays as it is. */
function controlOf(character: string): string {
  const code = character.toUpperCase().charCodeAt(0)
  return code >= 0x40 && code <= 0x5f ? String.fromCharCode(code & 0x1f) : character
}

/** The terminal keeps the focus, so that the phone's keyboard stays. */
const keepFocus = (event: Event) => event.preventDefault()
