import type { Answer } from '../../snapshot/snapshot.ts'
import { verdicts } from '../testing/verdicts.ts'
import { answersWithin } from './answers-within.ts'

const after = (ms: number) => (): Answer => ({ ask: 'open', ms })
const given = { from: 'api', to: 'redis', port: 6379, ms: 500 }

verdicts(answersWithin, {
  'a quick answer passes': { given, answer: after(3), gives: 'pass' },
  'so does a page': { given: { ...given, path: '/health' }, answer: after(3), gives: 'pass' },
  'a slow one fails': { given, answer: after(700), gives: 'fail', saying: 'after 700 ms' },
  'none fails': {
    given,
    answer: () => ({ ask: 'none', detail: 'Connection refused' }),
    gives: 'fail',
    saying: 'refused',
  },
  'not tried is no verdict': { given, gives: 'unobservable' },
})
