import type { Answer, Question } from '../../snapshot/snapshot.ts'
import { verdicts } from '../testing/verdicts.ts'
import { pathMtu } from './path-mtu.ts'

const upTo =
  (mtu: number) =>
  (question: Question): Answer =>
    question.ask === 'ping' && (question.bytes ?? 0) <= mtu
      ? { ask: 'open', ms: 1 }
      : { ask: 'none', detail: 'message too long, mtu=1400' }
const given = { from: 'api', to: 'redis', passes: 1400, fails: 1401 }

verdicts(pathMtu, {
  'what fits passes and one byte more does not': { given, answer: upTo(1400), gives: 'pass' },
  'one bound is enough': {
    given: { from: 'api', to: { address: '10.200.4.1' }, passes: 1400 },
    answer: upTo(9000),
    gives: 'pass',
  },
  'a narrower path fails': { given, answer: upTo(1350), gives: 'fail', saying: 'message too long' },
  'a wider one fails where it must not be': {
    given,
    answer: upTo(1500),
    gives: 'fail',
    saying: '1401 bytes get through',
  },
  'no path at all proves nothing': {
    given: { ...given, passes: undefined },
    answer: upTo(0),
    gives: 'fail',
    saying: 'not even',
  },
  'not tried is no verdict': { given, gives: 'unobservable' },
})
