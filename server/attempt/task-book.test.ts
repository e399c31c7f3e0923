import { expect, it } from 'vitest'
import type { Task } from '../grader/index.ts'
import type { CheckOutcome, Verdict } from '../protocol/index.ts'
import { TaskBook } from './task-book.ts'

const task = (id: string, more: Partial<Task> = {}): Task => ({
  id,
  title: id,
  latch: false,
  hints: [{ say: `hint for ${id}` }],
  checks: [{ name: 'network', params: {} }],
  ...more,
})
const outcome = (verdict: Verdict): CheckOutcome => ({
  check: 'network',
  outcome: verdict,
  expected: 'a network',
  observed: 'none',
  evidence: 'docker network ls',
})
const round = (id: string, verdict: Verdict) => [{ id, outcome: verdict, checks: [outcome(verdict)] }]
const outcomeOf = (book: TaskBook, id: string) => book.views.find((view) => view.id === id)?.outcome

it('re-opens a task when its state breaks, and says so only once when it passes', () => {
  const book = new TaskBook([task('one')], new Map())
  expect(book.takeRound(round('one', 'pass')).map(({ id }) => id)).toEqual(['one'])
  expect(book.takeRound(round('one', 'pass'))).toEqual([])
  expect(book.complete).toBe(true)
  book.takeRound(round('one', 'fail'))
  expect(outcomeOf(book, 'one')).toBe('fail')
  expect(book.complete).toBe(false)
})

it('keeps a latched task passed whatever later rounds find', () => {
  const book = new TaskBook([task('milestone', { latch: true })], new Map())
  book.takeRound(round('milestone', 'pass'))
  book.takeRound(round('milestone', 'fail'))
  expect(outcomeOf(book, 'milestone')).toBe('pass')
})

it('keeps a right answer when a wrong one follows', () => {
  const book = new TaskBook([task('which', { checks: [], answer: { name: 'veth-of', params: {} } })], new Map())
  book.takeAnswer('which', outcome('fail'))
  expect(outcomeOf(book, 'which')).toBe('fail')
  book.takeAnswer('which', outcome('pass'))
  book.takeAnswer('which', outcome('fail'))
  expect(outcomeOf(book, 'which')).toBe('pass')
})

it('a right answer says how many wrong ones came before it', () => {
  const book = new TaskBook([task('which', { checks: [], answer: { name: 'veth-of', params: {} } })], new Map())
  book.takeAnswer('which', outcome('fail'))
  book.takeAnswer('which', outcome('unobservable'))
  book.takeAnswer('which', outcome('fail'))
  expect(book.takeAnswer('which', outcome('pass')).observed).toBe('none, after 2 wrong answers')
})

it('is not complete while a task cannot be observed', () => {
  const book = new TaskBook([task('one')], new Map())
  book.takeRound(round('one', 'unobservable'))
  expect(book.complete).toBe(false)
})

it('shows hints while a task is open and none once it passed', () => {
  const book = new TaskBook([task('one')], new Map())
  book.takeRound(round('one', 'fail'))
  expect(book.views[0]?.hints).toEqual(['hint for one'])
  book.takeRound(round('one', 'pass'))
  expect(book.views[0]?.hints).toEqual([])
})

it('after a restart keeps answers and milestones, and looks at state anew', () => {
  const tasks = [task('state'), task('milestone', { latch: true })]
  const book = new TaskBook(tasks, new Map([['state', '2026-01-01T00:00:00.000Z']]))
  for (const { id } of tasks) book.keepPassed(id)
  expect(book.views.map(({ outcome }) => outcome)).toEqual(['pending', 'pass'])
  expect(book.views[0]?.passedAt).toBe('2026-01-01T00:00:00.000Z')
})

it('does not count what the solution did, until the learner breaks it and mends it', () => {
  const book = new TaskBook([task('one'), task('two')], new Map())
  book.markReplayed(['one'])
  expect(book.takeRound([...round('one', 'pass'), ...round('two', 'pass')]).map(({ id }) => id)).toEqual(['two'])
  expect([outcomeOf(book, 'one'), book.complete, book.replayed]).toEqual(['pass', false, ['one']])
  book.takeRound(round('one', 'fail'))
  expect(book.replayed).toEqual([])
  expect(book.takeRound(round('one', 'pass')).map(({ id }) => id)).toEqual(['one'])
  expect(book.complete).toBe(true)
})

it('completes with what the solution did where the learner had passed it before', () => {
  const book = new TaskBook([task('one')], new Map([['one', '2026-01-01T00:00:00.000Z']]))
  book.markReplayed(['one'])
  expect(book.complete).toBe(true)
})
