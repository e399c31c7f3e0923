import { expect, test } from 'vitest'
import { Trials } from './trials.ts'

const outcome = (outcome: 'pass' | 'fail' | 'unobservable') => [{ id: 'one', outcome, checks: [] }]

test('what was tried counts while nothing of the task breaks', () => {
  const trials = new Trials()
  trials.keep('one', {})
  for (const seen of ['pass', 'unobservable', 'pass'] as const) {
    expect(trials.standing(outcome(seen))).toEqual(outcome(seen))
    expect(trials.tried.has('one')).toBe(true)
  }
})

test('a task that broke tells why for as long as it is broken; right again, it does not pass and waits to be tried anew', () => {
  const trials = new Trials()
  trials.keep('one', {})
  expect(trials.standing(outcome('fail'))).toEqual(outcome('fail'))
  expect(trials.standing(outcome('fail'))).toEqual(outcome('fail'))
  expect(trials.tried.has('one')).toBe(true)
  expect(trials.standing(outcome('pass'))).toEqual([])
  expect(trials.tried.has('one')).toBe(false)
  trials.keep('one', {})
  expect(trials.standing(outcome('pass'))).toEqual(outcome('pass'))
})

test('a task that was never tried is left alone', () => {
  const trials = new Trials()
  for (const seen of ['fail', 'pass'] as const) expect(trials.standing(outcome(seen))).toEqual(outcome(seen))
})
