import type { OpenTerminal } from '../../server/protocol/index.ts'
import { request } from './api.ts'
import * as layouts from './desk-layout.ts'
import { type Desk, deskMenu } from './desk-menu.ts'
import { h } from './dom.ts'
import { FindBar } from './terminal-find.ts'
import { gutter } from './terminal-gutter.ts'
import { TerminalPane } from './terminal-pane.ts'
import { TouchKeys } from './touch-keys.ts'

/** What to do with a text that is typed for the learner. */
export interface Typing {
  /** In which host's terminal; the one in front without. */
  host?: string | undefined
  /** Whether Enter follows. */
  enter?: boolean | undefined
}

/** The terminals of a lab: tabs, each with one or several of them, one in use. */
export class TerminalDesks implements Desk {
  readonly attempt: string
  readonly hosts: string[]
  readonly find: FindBar
  readonly #panes = new Map<string, TerminalPane>()
  readonly #boxes = new Map<number, HTMLElement>()
  readonly #root: HTMLElement
  readonly #tabs = h('div', { class: 'terminal-tabs', role: 'group', 'aria-label': 'Terminals' })
  readonly #stage = h('div', { class: 'terminal-stage' })
  readonly #keys = new TouchKeys(() => this.pane.view.term)
  #layout: layouts.Layout

  constructor(box: HTMLElement, attempt: string, hosts: string[]) {
    this.attempt = attempt
    this.hosts = hosts
    this.#layout = layouts.restoredLayout(localStorage.getItem(this.#storedAs), hosts)
    this.find = new FindBar(
      () => this.pane.view.search,
      () => this.focus(),
    )
    const help = h(
      'p',
      { id: 'terminal-help', class: 'terminal-help' },
      h('kbd', {}, 'Esc'),
      ' then ',
      h('kbd', {}, 'Tab'),
      ' leaves the terminal',
    )
    const bar = h('div', { class: 'terminal-bar' }, this.#tabs, help, deskMenu(this))
    this.#root = h('div', { class: 'terminal-desks' }, bar, this.find.bar, this.#stage, this.#keys.row)
    box.append(this.#root)
    this.#arrange()
    void this.#findOpened()
  }

  get layout(): layouts.Layout {
    return this.#layout
  }

  /** The terminal in use. */
  get pane(): TerminalPane {
    return this.#panes.get(layouts.nameOf(layouts.frontPane(this.#layout)))!
  }

  get isFull(): boolean {
    return this.#root.matches(':popover-open')
  }

  /** Shows the terminals so from now on, also after a reload. */
  set(layout: layouts.Layout, { focus = true } = {}): void {
    this.#layout = layout
    localStorage.setItem(this.#storedAs, JSON.stringify(layout))
    this.#arrange()
    if (focus) this.focus()
  }

  /** Ends the terminal in use and what runs in it. */
  async close(): Promise<void> {
    const { host, n } = this.pane.place
    this.set(layouts.withoutFront(this.#layout))
    await request('DELETE', `/api/attempts/${this.attempt}/hosts/${host}/terminals/${n}`).catch(() => {})
  }

  /** Types a text at the prompt of a host's terminal, without Enter unless that is wanted, and puts the focus there. */
  async type(text: string, { host, enter = false }: Typing): Promise<void> {
    if (host !== undefined && this.hosts.includes(host)) this.set(layouts.withHost(this.#layout, host))
    await this.pane.type(text, enter)
  }

  /** Fills the window, or goes back to its place. A popover, since no other layer of the page is above it. */
  fill(full: boolean): void {
    if (full) {
      this.#root.popover = 'manual'
      this.#root.showPopover()
    } else this.#root.removeAttribute('popover')
    this.focus()
  }

  /** Connects every terminal anew: after a reset a shell may have ended. */
  reconnect(): void {
    for (const { view } of this.#panes.values()) view.reconnect()
  }

  focus(): void {
    this.pane.focus()
  }

  dispose(): void {
    for (const pane of this.#panes.values()) pane.dispose()
    this.#root.remove()
  }

  get #storedAs(): string {
    return `terminals:${this.attempt}`
  }

  async #findOpened(): Promise<void> {
    const opened = await request<OpenTerminal[]>('GET', `/api/attempts/${this.attempt}/terminals`).catch(() => [])
    const layout = layouts.withOpened(this.#layout, opened)
    if (layout.tabs.length > this.#layout.tabs.length) this.set(layout, { focus: false })
  }

  /** Makes the page follow the layout: what is there already stays what it is. */
  #arrange(): void {
    const { tabs, front } = this.#layout
    this.#tabs.replaceChildren(...tabs.map((tab, index) => this.#tab(tab, index === front)))
    const wanted = new Set(layouts.panesOf(this.#layout).map(layouts.nameOf))
    for (const [name, pane] of this.#panes) {
      if (wanted.has(name)) continue
      pane.dispose()
      this.#panes.delete(name)
    }
    for (const [id, box] of this.#boxes) {
      if (tabs.some((tab) => tab.id === id)) continue
      box.remove()
      this.#boxes.delete(id)
    }
    for (const [index, tab] of tabs.entries()) this.#fillTab(tab, index === front)
    if (new URLSearchParams(location.search).has('measure')) window.term = this.pane.view.term
  }

  #tab(tab: layouts.Tab, inFront: boolean): HTMLElement {
    const choose = () => this.set(layouts.withFront(this.#layout, tab.panes[tab.active]!))
    const pressed = String(inFront)
    return h('button', { type: 'button', class: 'tab', 'aria-pressed': pressed, click: choose }, layouts.titleOf(tab))
  }

  #fillTab(tab: layouts.Tab, inFront: boolean): void {
    const box = this.#boxOf(tab.id)
    box.hidden = !inFront
    box.dataset.direction = tab.direction
    const panes = tab.panes.map((place) => this.#paneOf(place, box))
    panes.forEach(({ region }, index) => {
      region.style.flexGrow = String(tab.panes[index]!.share)
      region.toggleAttribute('data-in-use', panes.length > 1 && index === tab.active)
    })
    const shown = panes.map((pane) => pane.place).map(layouts.nameOf)
    const signature = [tab.direction, ...shown].join('/')
    if (box.dataset.shown === signature) return
    box.dataset.shown = signature
    box.replaceChildren(
      ...panes.flatMap(({ region }, index) => (index === 0 ? [region] : [this.#border(tab, index - 1), region])),
    )
  }

  #boxOf(id: number): HTMLElement {
    const box = this.#boxes.get(id) ?? h('div', { class: 'terminal-split' })
    if (!this.#boxes.has(id)) this.#stage.append(box)
    this.#boxes.set(id, box)
    return box
  }

  #paneOf({ host, n }: layouts.Place, parent: HTMLElement): TerminalPane {
    const place = { host, n }
    const name = layouts.nameOf(place)
    const used = () => {
      const { place: present } = this.pane
      if (present.host === host && present.n === n) return
      this.set(layouts.withFront(this.#layout, place), { focus: false })
    }
    const options = { typed: (text: string) => this.#keys.typed(text), find: () => this.find.open() }
    const pane = this.#panes.get(name) ?? new TerminalPane({ attempt: this.attempt, place, parent, used, ...options })
    this.#panes.set(name, pane)
    return pane
  }

  #border({ direction, panes }: layouts.Tab, before: number): HTMLElement {
    const name = `Size of ${layouts.nameOf(panes[before]!)}`
    return gutter(direction, name, (by) =>
      this.set(layouts.withBorderMoved(this.#layout, before, by), { focus: false }),
    )
  }
}
