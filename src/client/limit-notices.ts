import { h } from './dom.ts'
import type { SessionState } from './session-state.ts'

/** Shows which bounds the hosts met; says nothing anew while they stay the same, so that screen readers do not repeat it. */
export function showLimits(box: HTMLElement, state: SessionState): void {
  const texts = state.phase === 'running' ? state.view.limits.map(({ text }) => text) : []
  const shown = [...box.children].map(({ textContent }) => textContent)
  if (texts.join('\n') === shown.join('\n')) return
  box.replaceChildren(...texts.map((text) => h('p', {}, text)))
  box.hidden = texts.length === 0
}
