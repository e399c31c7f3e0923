import type { Answer } from '../../snapshot/snapshot.ts'
import { verdicts } from '../testing/verdicts.ts'
import { script } from './script.ts'

const ends =
  (code: number, output = '') =>
  (): Answer => ({ ask: 'exit', code, output })
const given = { run: 'ip link show br-lab', wants: 'a bridge br-lab' }

verdicts(script, {
  'exit 0 passes': { given, answer: ends(0), gives: 'pass' },
  'another place is as good': {
    given: { ...given, in: 'api', output: 'br' },
    answer: ends(0, '3: br-lab'),
    gives: 'pass',
  },
  'another exit fails, with what it said': {
    given,
    answer: ends(1, 'does not exist'),
    gives: 'fail',
    saying: 'exit 1: does not exist',
  },
  'not run is no verdict': {
    given,
    answer: () => ({ ask: 'error', error: 'no end after 3.0 s' }),
    gives: 'unobservable',
  },
})
