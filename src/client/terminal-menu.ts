import { h } from './dom.ts'

let count = 0

/** An entry of a menu; `undefined` as `click` while it cannot be done. */
export interface Entry {
  text: string
  /** The keys that do the same. */
  keys?: string
  /** Set for an entry that is on or off. */
  pressed?: boolean
  click: (() => void) | undefined
}

/** A button that opens a list of buttons, made anew each time from what can be done then. */
export function menu(label: string, text: string, entries: () => Entry[][]): HTMLElement {
  const id = `menu-${++count}`
  const list = h('div', { id, class: 'terminal-menu', popover: 'auto', role: 'group', 'aria-label': label })
  const button = h(
    'button',
    { type: 'button', class: 'tool', popovertarget: id, 'aria-label': label, 'aria-expanded': 'false' },
    text,
  )
  list.addEventListener('beforetoggle', (event) => {
    const opens = (event as ToggleEvent).newState === 'open'
    button.setAttribute('aria-expanded', String(opens))
    if (opens)
      list.replaceChildren(...entries().map((group) => h('div', {}, ...group.map((entry) => item(list, entry)))))
  })
  list.addEventListener('toggle', (event) => {
    if ((event as ToggleEvent).newState !== 'open') return
    place(list, button.getBoundingClientRect())
    list.querySelector<HTMLElement>('button:enabled')?.focus()
  })
  list.addEventListener('keydown', (event) => walk(list, event))
  return h('span', { class: 'terminal-more' }, button, list)
}

function item(list: HTMLElement, { text, keys, pressed, click }: Entry): HTMLElement {
  const act = () => {
    list.hidePopover()
    click?.()
  }
  const state = pressed === undefined ? {} : { 'aria-pressed': String(pressed) }
  const names = { 'aria-label': text, 'aria-keyshortcuts': keys?.replaceAll(' ', '+').replace('Ctrl', 'Control') }
  // The keys are drawn by the style sheet: as text they would be part of what is seen, but not of the button's name.
  const shown = { 'data-keys': keys }
  return h('button', { type: 'button', disabled: !click, click: act, ...names, ...shown, ...state }, text)
}

/** Below the button, within the window. */
function place(list: HTMLElement, { bottom, right }: DOMRect): void {
  const room = 8
  const { width } = list.getBoundingClientRect()
  list.style.left = `${Math.max(room, Math.min(right - width, innerWidth - width - room))}px`
  const height = Math.min(list.scrollHeight, innerHeight - 2 * room)
  list.style.top = `${Math.max(room, Math.min(bottom, innerHeight - height - room))}px`
}

function walk(list: HTMLElement, event: KeyboardEvent): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  if (!step) return
  event.preventDefault()
  const buttons = [...list.querySelectorAll<HTMLElement>('button:enabled')]
  const at = buttons.indexOf(document.activeElement as HTMLElement)
  buttons.at((at + step) % buttons.length)?.focus()
}
