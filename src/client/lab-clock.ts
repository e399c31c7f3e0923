import { part, setText } from './dom.ts'
import { duration } from './words.ts'

const TICK_MS = 1000
/** From here on a notice warns, once aloud. */
const WARN_MS = 5 * 60_000

/** What the clock runs down to. */
export interface Deadline {
  expiresAt: string
  /** Minutes that one press adds; 0 for none. */
  extension: number
}

/** Shows the time left, every second, and the notice near its end; returns how to show it at once. */
export function labClock(root: HTMLElement, deadline: () => Deadline | undefined, extend: () => void): () => void {
  const clock = part(root, 'clock')
  const notice = part(root, 'notice')
  const buttons = [part(root, 'extend'), part(root, 'notice-extend')]
  for (const button of buttons) button.addEventListener('click', extend)
  let warned = false
  const tick = () => {
    const { expiresAt, extension } = deadline() ?? { expiresAt: '', extension: 0 }
    const left = Date.parse(expiresAt) - Date.now()
    const near = left < WARN_MS
    clock.hidden = expiresAt === ''
    notice.hidden = !near
    for (const button of buttons) {
      button.hidden = extension === 0
      setText(button, `Add ${extension} min`)
    }
    setText(clock, expiresAt === '' ? '' : `${duration(left)} left`)
    clock.classList.toggle('warn', near)
    if (near) setText(part(root, 'notice-text'), noticeText(left, extension))
    if (near && !warned) setText(part(root, 'announce'), `${noticeText(left, extension)} The button is at the clock.`)
    warned = near
  }
  setInterval(tick, TICK_MS)
  return tick
}

function noticeText(left: number, extension: number): string {
  const end = `In ${duration(left)} this lab ends and its host is removed. What you passed is kept.`
  return extension > 0 ? `${end} You can add ${extension} min.` : `${end} Its time cannot be extended any more.`
}
