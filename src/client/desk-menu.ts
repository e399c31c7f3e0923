import * as layouts from './desk-layout.ts'
import { h } from './dom.ts'
import { clipboardText, copySelection, copyText } from './terminal-clipboard.ts'
import { askLine, askPaste, showText } from './terminal-dialogs.ts'
import type { FindBar } from './terminal-find.ts'
import { type Entry, menu } from './terminal-menu.ts'
import type { TerminalPane } from './terminal-pane.ts'
import { changeFontSize, screenReader } from './terminal-settings.ts'
import { saveText, textOf } from './terminal-text.ts'

/** The terminals as their tools see them. */
export interface Desk {
  readonly hosts: string[]
  readonly layout: layouts.Layout
  /** The terminal in use. */
  readonly pane: TerminalPane
  readonly find: FindBar
  readonly isFull: boolean
  set(layout: layouts.Layout): void
  close(): Promise<void>
  fill(full: boolean): void
  focus(): void
}

/** The tools of the terminals: some as buttons of their own where there is room, all of them in one menu. */
export function deskMenu(desk: Desk): HTMLElement {
  const tool = (text: string, name: string, click: () => void) =>
    h('button', { type: 'button', class: 'tool wide', 'aria-label': name, title: name, click }, text)
  return h(
    'div',
    { class: 'terminal-tools' },
    tool('+', 'New terminal', () => desk.set(layouts.withTab(desk.layout, desk.pane.place.host))),
    tool('Split', 'Split to the right', () => desk.set(layouts.withSplit(desk.layout, 'row'))),
    tool('Find', 'Find in the terminal', () => desk.find.open()),
    menu('Terminal menu', '☰', () => [arrangement(desk), clipboard(desk), look(desk)]),
  )
}

function arrangement(desk: Desk): Entry[] {
  const { layout, hosts } = desk
  const set = (next: layouts.Layout) => () => desk.set(next)
  const room = layouts.hasRoom(layout)
  const split = layouts.canSplit(layout)
  const tab = layout.tabs[layout.front]!
  const rename = async () => {
    const name = await askLine('Rename this tab', 'Name', tab.name || layouts.titleOf(tab))
    if (name !== undefined) desk.set(layouts.withName(desk.layout, name))
  }
  return [
    ...hosts.map((host) => ({
      text: hosts.length > 1 ? `New terminal on ${host}` : 'New terminal',
      click: room ? set(layouts.withTab(layout, host)) : undefined,
    })),
    { text: 'Split to the right', click: split ? set(layouts.withSplit(layout, 'row')) : undefined },
    { text: 'Split below', click: split ? set(layouts.withSplit(layout, 'column')) : undefined },
    { text: 'Rename this tab', click: rename },
    {
      text: `Close ${layouts.nameOf(desk.pane.place)}`,
      click: layouts.panesOf(layout).length > 1 ? () => void desk.close() : undefined,
    },
  ]
}

function clipboard(desk: Desk): Entry[] {
  const { term } = desk.pane.view
  const paste = async () => {
    const text = (await clipboardText()) ?? (await askPaste())
    if (text) term.paste(text)
    desk.focus()
  }
  const name = `${layouts.nameOf(desk.pane.place).replace(/[^\w-]+/g, '-')}.txt`
  const title = `Text of ${layouts.nameOf(desk.pane.place)}`
  return [
    {
      text: 'Copy the selection',
      keys: 'Ctrl Shift C',
      click: term.hasSelection() ? () => void copySelection(term) : undefined,
    },
    { text: 'Copy all', click: () => copyText(textOf(term)) },
    { text: 'Paste', keys: 'Ctrl Shift V', click: paste },
    { text: 'Find', keys: 'Ctrl Shift F', click: () => desk.find.open() },
    { text: 'Read as text', click: () => showText(title, textOf(term), name, () => desk.focus()) },
    { text: 'Save as text', click: () => saveText(textOf(term), name) },
  ]
}

function look(desk: Desk): Entry[] {
  const reader = screenReader.value
  return [
    { text: 'Full screen', pressed: desk.isFull, click: () => desk.fill(!desk.isFull) },
    { text: 'Larger text', click: () => changeFontSize(1) },
    { text: 'Smaller text', click: () => changeFontSize(-1) },
    {
      text: 'Read output out',
      pressed: reader,
      click: () => {
        screenReader.value = !reader
        desk.focus()
      },
    },
  ]
}
