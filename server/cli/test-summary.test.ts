import { expect, test } from 'vitest'
import type { ScriptReport } from './lab-test.ts'
import { summaryOf, summaryText } from './test-summary.ts'

const task = (outcome: 'pass' | 'fail' | 'unobservable') => ({ id: 'net', outcome, checks: [] })
const report = (change: Partial<ScriptReport>): ScriptReport => ({
  lab: 'bridge-build',
  engine: '26',
  script: 'solution.sh',
  expect: 'pass',
  ok: true,
  seed: 1,
  tasks: [task('pass')],
  ms: 1500,
  ...change,
})
const wrong = { script: 'wrong/a.sh', expect: 'fail', ok: false } as const

test('each lab on each engine has a row, however their reports are mixed', () => {
  const rows = summaryOf([
    report({}),
    report({ lab: 'cnm-anatomy', engine: '20+26' }),
    report({ ms: 2000 }),
    report({ engine: '28' }),
  ])
  expect(
    rows.map(({ lab, engine, scripts, ok, failed, seconds }) => [lab, engine, scripts, ok, failed, seconds]),
  ).toEqual([
    ['bridge-build', '26', 2, 2, 0, 3.5],
    ['cnm-anatomy', '20+26', 1, 1, 0, 1.5],
    ['bridge-build', '28', 1, 1, 0, 1.5],
  ])
})

test('a wrong way that passes is a false pass, also where only its check does', () => {
  const check = { check: 'network', outcome: 'pass', expected: 'a', observed: 'a' } as const
  const [row] = summaryOf([
    report(wrong),
    report({ ...wrong, tasks: [{ ...task('fail'), checks: [check] }] }),
    report({ ...wrong, tasks: [task('unobservable')] }),
  ])
  expect(row).toMatchObject({ failed: 3, falsePasses: 2, falseFails: 0 })
})

test('a right way that fails is a false fail, unless nobody could look', () => {
  const [row] = summaryOf([
    report({ ok: false, tasks: [task('fail')] }),
    report({ ok: false, tasks: [task('unobservable')] }),
  ])
  expect(row).toMatchObject({ failed: 2, falsePasses: 0, falseFails: 1 })
})

test('a script in error has failed, and tells nothing of the lab', () => {
  const error = 'exited with 1: '
  const [row] = summaryOf([report({ ...wrong, error }), report({ ok: false, error, tasks: [task('fail')] })])
  expect(row).toMatchObject({ failed: 2, falsePasses: 0, falseFails: 0 })
})

test('the table is aligned and ends with all; one lab alone has none', () => {
  const reports = [report({}), report(wrong), report({ lab: 'cnm-anatomy', engine: '20+26', ms: 12_340 })]
  expect(summaryText(reports).split('\n')).toEqual([
    'lab           engine  scripts  ok  failed  false passes  false fails  seconds',
    'bridge-build  26            2   1       1             1            0      3.0',
    'cnm-anatomy   20+26         1   1       0             0            0     12.3',
    'all                         3   2       1             1            0     15.3',
  ])
  expect(summaryText(reports.slice(0, 2))).toBe('')
  expect(summaryText([])).toBe('')
})
