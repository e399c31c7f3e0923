import type { Tab } from './desk-layout.ts'
import { h } from './dom.ts'

const STEP = 0.04

/** The border between two terminals: moved by dragging and by the arrow keys. `moved` gets the part of the whole. */
export function gutter(direction: Tab['direction'], name: string, moved: (by: number) => void): HTMLElement {
  const row = direction === 'row'
  const at = ({ clientX, clientY }: PointerEvent) => (row ? clientX : clientY)
  const [less, more] = row ? ['ArrowLeft', 'ArrowRight'] : ['ArrowUp', 'ArrowDown']
  const handle = h('div', {
    class: 'gutter',
    role: 'separator',
    tabindex: '0',
    'aria-orientation': row ? 'vertical' : 'horizontal',
    'aria-label': name,
    'aria-valuenow': '50',
  })
  let last = 0
  handle.addEventListener('pointerdown', (event) => {
    event.preventDefault()
    last = at(event)
    handle.setPointerCapture(event.pointerId)
  })
  handle.addEventListener('pointermove', (event) => {
    const box = handle.parentElement?.getBoundingClientRect()
    if (!box || !handle.hasPointerCapture(event.pointerId)) return
    moved((at(event) - last) / (row ? box.width : box.height))
    last = at(event)
  })
  handle.addEventListener('keydown', (event) => {
    if (event.key !== less && event.key !== more) return
    event.preventDefault()
    moved(event.key === less ? -STEP : STEP)
  })
  return handle
}
