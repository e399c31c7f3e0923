import { describe, expect, it } from 'vitest'
import type { AttemptState, AttemptView } from '../../server/protocol/index.ts'
import { Refusal } from './api.ts'
import { hasTerminal, idleText, lampOf, type SessionState, withView } from './session-state.ts'

const view = (state: AttemptState, detail = ''): AttemptView => ({
  id: 'a1',
  revision: 1,
  lab: 'names-that-resolve',
  title: 'Names that resolve',
  state,
  detail,
  seed: 0,
  vars: {},
  hosts: ['host-1'],
  tasks: [],
  completed: false,
  startedAt: '2025-01-01T10:00:00Z',
  expiresAt: '2025-01-01T12:00:00Z',
  extension: 30,
  limits: [],
})

describe('a lab on the page', () => {
  it('shows the step under way while it starts', () => {
    expect(lampOf(withView(view('starting', 'setup runs')))).toEqual({ lamp: 'busy', text: 'Starting: setup runs' })
  })

  it('says that this machine cannot run it, and why', () => {
    const state: SessionState = { phase: 'unavailable', reason: 'The kernel of this machine has no ipvs.' }
    expect(lampOf(state).text).toBe('Not available here')
    expect(idleText(state)).toContain('has no ipvs')
    expect(hasTerminal(state)).toBe(false)
  })

  it('has a terminal when ready and during a reset, and not before', () => {
    expect(hasTerminal(withView(view('starting')))).toBe(false)
    expect(hasTerminal(withView(view('ready')))).toBe(true)
    expect(hasTerminal(withView(view('resetting')))).toBe(true)
  })

  it('gives the exact reason of its end', () => {
    const over = withView(view('ended', 'Nobody used it for 30 minutes.'))
    expect(over.phase).toBe('over')
    expect(idleText(over)).toBe('The lab has ended. Nobody used it for 30 minutes.')
  })

  it('tells a failed start from an end', () => {
    const failed = withView(view('failed', 'The engine is not reachable.'))
    expect(lampOf(failed)).toEqual({ lamp: 'lost', text: 'Could not start' })
    expect(idleText(failed)).toBe('The lab could not be brought up. The engine is not reachable.')
  })

  it('is not set back by a view that was overtaken', () => {
    const now = withView({ ...view('ready'), revision: 7 })
    expect(withView({ ...view('starting'), revision: 6 }, now)).toEqual(now)
    expect(withView({ ...view('resetting'), revision: 8 }, now)).toMatchObject({ view: { state: 'resetting' } })
    expect(withView({ ...view('starting'), id: 'a2' }, now)).toMatchObject({ view: { id: 'a2' } })
  })

  it('keeps a refusal on the page while other news arrive', () => {
    const refusal = new Refusal('no-room', 'Found no room.', 'Wait.')
    const before = { ...withView(view('ready')), refusal } as SessionState
    expect(withView({ ...view('ready'), revision: 2 }, before)).toMatchObject({ refusal })
  })

  it('says so while changes do not arrive', () => {
    expect(lampOf({ phase: 'running', view: view('ready'), live: false })).toEqual({
      lamp: 'lost',
      text: 'Reconnecting',
    })
  })
})
