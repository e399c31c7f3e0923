import type { ISearchOptions, SearchAddon } from '@xterm/addon-search'
import { h, setText } from './dom.ts'

/** xterm wants these as colours of six digits; they are seen on both themes. */
const MARKS = {
  matchBackground: '#b58900',
  matchOverviewRuler: '#b58900',
  activeMatchBackground: '#e0631f',
  activeMatchColorOverviewRuler: '#e0631f',
}

/** The bar that searches the terminal in front. */
export class FindBar {
  readonly bar: HTMLElement
  readonly #search: () => SearchAddon
  readonly #closed: () => void
  readonly #input = h('input', { type: 'search', 'aria-label': 'Find in the terminal', placeholder: 'Find' })
  readonly #count = h('span', { class: 'find-count', role: 'status' })
  #listening: { search: SearchAddon; stop: () => void } | undefined

  constructor(search: () => SearchAddon, closed: () => void) {
    this.#search = search
    this.#closed = closed
    const button = (text: string, name: string, click: () => void) =>
      h('button', { type: 'button', class: 'tool', 'aria-label': name, click }, text)
    this.bar = h(
      'div',
      { class: 'terminal-find', role: 'search', hidden: true, keydown: (event) => this.#key(event as KeyboardEvent) },
      this.#input,
      this.#count,
      button('↑', 'Previous match', () => this.#find('findPrevious')),
      button('↓', 'Next match', () => this.#find('findNext')),
      button('✕', 'Close the search', () => this.close()),
    )
    this.#input.addEventListener('input', () => this.#find('findPrevious', { incremental: true }))
  }

  open(): void {
    this.bar.hidden = false
    this.#input.select()
    this.#input.focus()
    if (this.#input.value) this.#find('findPrevious')
  }

  close(): void {
    this.bar.hidden = true
    this.#listening?.search.clearDecorations()
    this.#closed()
  }

  #key(event: KeyboardEvent): void {
    if (event.key === 'Escape') this.close()
    else if (event.key === 'Enter' && event.target === this.#input)
      this.#find(event.shiftKey ? 'findNext' : 'findPrevious')
    else return
    event.preventDefault()
  }

  #find(where: 'findNext' | 'findPrevious', options: ISearchOptions = {}): void {
    const search = this.#listen()
    if (this.#input.value) search[where](this.#input.value, { ...options, decorations: MARKS })
    else {
      search.clearDecorations()
      setText(this.#count, '')
    }
  }

  #listen(): SearchAddon {
    const search = this.#search()
    if (this.#listening?.search === search) return search
    this.#listening?.search.clearDecorations()
    this.#listening?.stop()
    const { dispose } = search.onDidChangeResults(({ resultIndex, resultCount }) => {
      if (!this.#input.value) return
      setText(this.#count, resultCount === 0 ? 'None' : `${resultIndex + 1} of ${resultCount}`)
    })
    this.#listening = { search, stop: dispose }
    return search
  }
}
