import { expect, test } from 'vitest'
import { gradeTasks, questionsOf, together } from './grade.ts'
import { hintsFor } from './hints.ts'
import type { Task } from './task.ts'
import { shop } from './testing/shop.ts'

const task = (more: Partial<Task>): Task => ({ id: 'one', title: 'One', latch: false, hints: [], checks: [], ...more })
const network = (name: string) => ({ name: 'network', params: { name } })
const resolves = { name: 'resolves', params: { from: 'api', name: 'redis', to: { container: 'redis' } } }

test('a task passes when all its checks do', () => {
  const graded = gradeTasks([task({ checks: [network('shop-net'), resolves] })], shop().snapshot)
  expect(graded).toMatchObject([{ id: 'one', outcome: 'pass', checks: [{ check: 'network' }, { check: 'resolves' }] }])
})

test('a task fails when one of its checks does, even if another cannot be seen', () => {
  expect(together([{ outcome: 'pass' }, { outcome: 'unobservable' }, { outcome: 'fail' }])).toBe('fail')
  expect(together([{ outcome: 'pass' }, { outcome: 'unobservable' }])).toBe('unobservable')
  expect(together([])).toBe('fail')
})

test('tasks that ask for an answer are left out', () => {
  const answer = { name: 'veth-of', params: { container: 'api' } }
  expect(gradeTasks([task({ answer })], shop().snapshot)).toEqual([])
})

test('a question that two checks have is asked once', () => {
  const tasks = [task({ checks: [resolves] }), task({ checks: [resolves, network('shop-net')] })]
  expect(questionsOf(tasks, shop().snapshot)).toEqual([{ ask: 'dns', host: 'host-1', container: 'api', name: 'redis' }])
})

test('hints fit what was found: a check, an outcome, or a piece of what was observed', () => {
  const hints = [
    { say: 'always' },
    { when: 'resolves', say: 'check' },
    { when: 'fail', say: 'outcome' },
    { when: 'NXDOMAIN', say: 'observed' },
    { when: 'network', say: 'another check' },
    { when: 'unobservable', say: 'another outcome' },
  ]
  const outcome = { expected: '', observed: 'NXDOMAIN for redis', evidence: '' }
  const failed = { ...outcome, check: 'resolves', outcome: 'fail' as const }
  const passed = { ...outcome, check: 'network', outcome: 'pass' as const }
  expect(hintsFor(task({ hints }), [passed, failed])).toEqual(['always', 'check', 'outcome', 'observed'])
  expect(hintsFor(task({ hints }), [passed])).toEqual([])
  expect(hintsFor(task({ hints }), [])).toEqual(['always'])
})
