import { expect, test } from 'vitest'
import type { Answer } from '../../snapshot/snapshot.ts'
import { shop } from '../testing/shop.ts'
import { verdicts } from '../testing/verdicts.ts'
import { command } from './command.ts'

const ends =
  (code: number | null, output = '') =>
  (): Answer => ({ ask: 'exit', code, output })

verdicts(command, {
  'an end as wanted passes': { given: { run: 'test -e /root/ci.sh' }, answer: ends(0), gives: 'pass' },
  'another code can be wanted': {
    given: { run: 'false', code: 1, output: 'no' },
    answer: ends(1, 'no\n'),
    gives: 'pass',
  },
  'another code fails': {
    given: { run: 'false', container: 'api' },
    answer: ends(1, 'broken'),
    gives: 'fail',
    saying: 'exit 1: broken',
  },
  'another text fails': { given: { run: 'true', output: 'ok' }, answer: ends(0), gives: 'fail' },
  'no end fails': { given: { run: 'sleep 9' }, answer: ends(null), gives: 'fail', saying: 'in time' },
  'not run is no verdict': { given: { run: 'true' }, gives: 'unobservable' },
})

test('what it wants is told in its own words where there are some', () => {
  const { snapshot } = shop()
  const run = 'grep -q up /run/state'
  expect(command.judge({ run }, snapshot).expected).toBe('`grep -q up /run/state` exits with 0')
  expect(command.judge({ run, wants: 'the line is up' }, snapshot).expected).toBe('the line is up')
})
