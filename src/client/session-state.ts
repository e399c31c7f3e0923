import type { AttemptView } from '../../server/protocol/index.ts'
import type { Refusal } from './api.ts'

/** What the page knows of the learner's run of its lab. */
export type SessionState =
  /** Asking whether one runs already. */
  | { phase: 'looking' }
  /** None runs, as far as we know; `failed` tells which request was refused and why. */
  | { phase: 'idle'; failed?: { request: 'resume' | 'start'; refusal: Refusal } }
  /** This machine cannot run the lab, in words why. */
  | { phase: 'unavailable'; reason: string }
  /** "Start lab" was pressed, the server has not answered yet. */
  | { phase: 'asking' }
  /** One runs; `live` is false while the stream of changes is interrupted. */
  | { phase: 'running'; view: AttemptView; live: boolean; refusal?: Refusal }
  /** It ended, the view tells why. */
  | { phase: 'over'; view: AttemptView; refusal?: Refusal }

/** The state after news from the server. Answers can overtake each other: an older view changes nothing. */
export function withView(view: AttemptView, before?: SessionState): SessionState {
  const known = before?.phase === 'running' && before.view.id === view.id ? before : undefined
  if (known && known.view.revision > view.revision) return { ...known, live: true }
  if (view.state === 'ended' || view.state === 'failed') return { phase: 'over', view }
  return { phase: 'running', view, live: true, refusal: known?.refusal }
}

/** True while a shell can be reached. */
export function hasTerminal(state: SessionState): state is Extract<SessionState, { phase: 'running' }> {
  return state.phase === 'running' && (state.view.state === 'ready' || state.view.state === 'resetting')
}

/** What stands where the terminal will be. */
export function idleText(state: SessionState): string {
  switch (state.phase) {
    case 'looking':
    case 'idle':
      return 'Start the lab and a shell on your own Docker host appears here.'
    case 'unavailable':
      return `This lab is not available here. ${state.reason}`
    case 'asking':
      return 'Your Docker host is being brought up.'
    case 'running':
      return state.view.state === 'waiting'
        ? 'All places for labs are taken. Yours begins by itself as soon as it is your turn.'
        : 'Your Docker host is being brought up.'
    case 'over':
      return endText(state.view)
  }
}

function endText({ state, detail }: AttemptView): string {
  const reason = detail ? ` ${detail}` : ''
  return state === 'failed' ? `The lab could not be brought up.${reason}` : `The lab has ended.${reason}`
}

/** The lamp's colour and its text. */
export function lampOf(state: SessionState): { lamp: 'idle' | 'busy' | 'on' | 'lost'; text: string } {
  if (state.phase === 'looking') return { lamp: 'idle', text: 'Looking for a running lab' }
  if (state.phase === 'idle') return { lamp: 'idle', text: 'Not started' }
  if (state.phase === 'unavailable') return { lamp: 'idle', text: 'Not available here' }
  if (state.phase === 'asking') return { lamp: 'busy', text: 'Asking for a host' }
  if (state.phase === 'over') {
    return state.view.state === 'failed' ? { lamp: 'lost', text: 'Could not start' } : { lamp: 'idle', text: 'Ended' }
  }
  if (!state.live) return { lamp: 'lost', text: 'Reconnecting' }
  if (state.view.state === 'ready') return { lamp: 'on', text: 'Ready' }
  if (state.view.state === 'waiting') {
    const { place } = state.view.queue ?? {}
    return { lamp: 'busy', text: place ? `In the queue: number ${place}` : 'In the queue' }
  }
  const doing = state.view.state === 'resetting' ? 'Resetting' : 'Starting'
  return { lamp: 'busy', text: state.view.detail ? `${doing}: ${state.view.detail}` : doing }
}
