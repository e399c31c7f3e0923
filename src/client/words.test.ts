import { describe, expect, it } from 'vitest'
import type { TaskView } from '../../server/protocol/index.ts'
import { announcements, duration, moodOf, taskState } from './words.ts'

const task = (change: Partial<TaskView> = {}): TaskView => ({
  id: 'name',
  title: 'api finds redis',
  kind: 'state',
  outcome: 'fail',
  checks: [],
  hints: [],
  ...change,
})

describe('what stands under a task', () => {
  it('says that a task is open', () => {
    expect(taskState(task())).toBe('Not yet')
    expect(taskState(task({ kind: 'answer', outcome: 'pending' }))).toBe('Waits for your answer')
  })

  it('keeps the first pass when the state broke again', () => {
    const reopened = task({ passedAt: '2025-01-01T10:00:00Z' })
    expect(moodOf(reopened)).toBe('reopened')
    expect(taskState(reopened)).toMatch(/^Open again\. First passed at \d\d:\d\d, and that is kept\.$/)
  })

  it('does not blame the learner for what could not be seen', () => {
    expect(taskState(task({ outcome: 'unobservable' }))).toContain('not your mistake')
    const check = { check: 'http', expected: '', observed: '', evidence: '' }
    const rest = { ...check, check: 'survives-restart', outcome: 'unobservable' as const }
    const waits = task({ outcome: 'unobservable', verify: true, checks: [{ ...check, outcome: 'pass' }, rest] })
    expect(taskState(waits)).toMatch(/Verify restarts/)
    expect(taskState({ ...waits, checks: [rest] })).toContain('not your mistake')
  })
})

describe('announcements', () => {
  it('tell of passes and of tasks that opened again', () => {
    const before = [task(), task({ id: 'mtu', title: 'MTU', outcome: 'pass' })]
    const after = [task({ outcome: 'pass' }), task({ id: 'mtu', title: 'MTU' })]
    expect(announcements(before, after)).toEqual([
      'Task 1 of 2 passed: api finds redis.',
      'Task 2 of 2 is open again: MTU.',
    ])
  })

  it('are silent on the first look and when nothing changed', () => {
    expect(announcements([], [task({ outcome: 'pass' })])).toEqual([])
    expect(announcements([task()], [task()])).toEqual([])
  })
})

describe('a duration', () => {
  it.each([
    [7_080_000, '1 h 58 min'],
    [600_000, '10 min'],
    [250_000, '4 min 10 s'],
    [9_900, '9 s'],
    [-5, '0 s'],
  ])('of %i ms reads %s', (ms, text) => {
    expect(duration(ms)).toBe(text)
  })
})
