import type { Refusal } from './api.ts'
import { h } from './dom.ts'

const SIGN_IN_HELPS = ['session-expired', 'not-signed-in']

/** Shows a refusal in its place: what happened, what to do, and a way to try again where there is one. */
export function showProblem(box: HTMLElement, refusal: Refusal | undefined, retry?: () => void): void {
  box.hidden = refusal === undefined
  if (!refusal) {
    box.replaceChildren()
    return
  }
  const parts: Node[] = [h('p', { class: 'problem-what' }, refusal.message), h('p', {}, refusal.remedy)]
  if (retry) parts.push(h('button', { type: 'button', class: 'button', click: retry }, 'Try again'))
  if (SIGN_IN_HELPS.includes(refusal.code)) {
    const back = encodeURIComponent(location.pathname)
    parts.push(h('a', { class: 'button', href: `/sign-in/?back=${back}` }, 'Sign in'))
  }
  box.replaceChildren(...parts)
}
