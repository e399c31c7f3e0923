import type { Attempt } from '../lab-host/index.ts'
import type { LiveAttempt } from './live-attempt.ts'

/** Somebody who waits may lose the network or reload; who is away longer than this gives the place up. */
const WAIT_AWAY_MS = 3 * 60_000

const KEPT = 'What you passed is kept.'

/** Why a lab ended, in words for its learner. */
export const endings = {
  stopped: `You ended this lab. ${KEPT}`,
  hostGone: `Its host is gone: the lab engine was restarted, or the host was shut down. ${KEPT}`,
  timeOver: `Its time is over. ${KEPT}`,
  halfMade: `The server was restarted while this lab was being brought up. ${KEPT} Start it again.`,
  noLab: `This lab is not offered any more. ${KEPT}`,
  away: 'Nobody was here when its place in the queue was near. Start it again to wait anew.',
}

interface Limits {
  /** Minutes without anybody at the page or the terminal. */
  idleMinutes: number
}

const isWhole = (attempt: Attempt) => attempt.ready && attempt.hosts.every(({ running }) => running)

/** Why a living attempt has to end now; undefined while it may go on. `attempt`: as the engine shows it. */
export function endingOf(live: LiveAttempt, attempt: Attempt | undefined, limits: Limits): string | undefined {
  const now = Date.now()
  const away = now - live.lastSeen
  if (live.state === 'waiting') return away > WAIT_AWAY_MS ? endings.away : undefined
  if (now > live.expiresAt) return endings.timeOver
  if (away > limits.idleMinutes * 60_000) return `Nobody was here for ${limits.idleMinutes} minutes. ${KEPT}`
  return live.state === 'ready' && !(attempt && isWhole(attempt)) ? endings.hostGone : undefined
}

/** Why what was running before the server was cannot go on; undefined when it can. */
export function endingAtResume(attempt: Attempt | undefined): string | undefined {
  if (!attempt) return endings.hostGone
  if (!attempt.ready) return endings.halfMade
  if (attempt.expiresAt < Date.now()) return endings.timeOver
  return isWhole(attempt) ? undefined : endings.hostGone
}
