import { expect, test } from 'vitest'
import { marksOf, nextSteps, skills, skillWords } from './summary.ts'

const task = (id: string) => ({ id, title: id, kind: 'state' as const })
const labs = [
  { id: 'names', title: 'Names', topic: 'dns', tasks: [task('a'), task('b')] },
  { id: 'scope', title: 'Scope', topic: 'dns', tasks: [task('a')] },
  { id: 'bridge', title: 'A bridge', topic: 'bridge', tasks: [task('a')] },
]
const pass = (lab: string, name: string, withSolution = false) => ({
  lab,
  task: name,
  passedAt: '2026-01-01T00:00:00.000Z',
  withSolution,
  evidence: [],
})
const practice = { cards: [], reviews: [], mocks: [] }
const now = new Date('2026-01-02T00:00:00.000Z')

test('a skill counts the tasks of its topic, and tells apart what was copied', () => {
  const passed = [pass('names', 'a'), pass('names', 'b', true), pass('gone', 'a')]
  expect(skills({ passed }, labs, ['bridge', 'dns'])).toEqual([
    { topic: 'bridge', tasks: 1, proven: 0, withSolution: 0 },
    { topic: 'dns', tasks: 3, proven: 1, withSolution: 1 },
  ])
})

test('a skill in words says how much of it rests on a solution', () => {
  const skill = { topic: 'dns', tasks: 9, proven: 5, withSolution: 1 }
  expect(skillWords(skill)).toBe('5 of 9 tasks proven, 1 more with the solution shown.')
  expect(skillWords({ ...skill, withSolution: 0 })).toBe('5 of 9 tasks proven.')
})

test('next is what was begun, then what is due, then the next of the track', () => {
  const cards = [{ question: 'q', due: '2026-01-01T00:00:00.000Z', stability: 1, reviews: 1 }]
  const record = { passed: [pass('names', 'a')], completed: [], practice: { ...practice, cards } }
  expect(nextSteps(record, labs, ['bridge', 'names', 'scope'], now)).toEqual([
    { href: '/labs/names/', text: 'Names', why: 'begun: 1 of 2 tasks passed' },
    { href: '/practice/', text: 'Interview practice', why: '1 to be repeated today' },
    { href: '/labs/bridge/', text: 'A bridge', why: 'next on the track' },
  ])
})

test('what is completed, and what there is no longer, is not suggested', () => {
  const completed = [{ lab: 'bridge', completedAt: '' }]
  const record = { passed: [pass('bridge', 'a')], completed, practice }
  expect(nextSteps(record, labs, ['gone', 'bridge', 'scope'], now).map(({ href }) => href)).toEqual(['/labs/scope/'])
})

test('marks of a run stand where things happened, within its length', () => {
  const run = {
    id: 'r',
    lab: 'names',
    startedAt: '2026-01-01T00:00:00.000Z',
    endedAt: '2026-01-01T00:10:00.000Z',
    reason: '',
    commands: [{ at: '2026-01-01T00:05:00.000Z', host: 'host-1', command: 'ip link' }],
    passed: [
      { task: 'a', at: '2026-01-01T00:20:00.000Z', replayed: false },
      { task: 'b', at: '2026-01-01T00:01:00.000Z', replayed: true },
    ],
  }
  expect(marksOf(run)).toEqual([
    { at: 0.5, kind: 'command' },
    { at: 1, kind: 'passed' },
  ])
})
