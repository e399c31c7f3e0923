import type { Answer } from '../../snapshot/snapshot.ts'
import type { Shop } from '../testing/shop.ts'
import { verdicts } from '../testing/verdicts.ts'
import { notReaches } from './not-reaches.ts'

const silent = (): Answer => ({ ask: 'none', detail: 'no answer within 0.9 s' })
const given = { from: 'metrics', to: 'redis', port: 6379 }
const listen = ({ redis }: Shop) => {
  redis.sockets.push({ protocol: 'tcp', address: '0.0.0.0', port: 6379, owners: ['redis-server'] })
}

verdicts(notReaches, {
  'silence passes': { given, after: listen, answer: silent, gives: 'pass', saying: 'no answer' },
  'a refusal passes too': {
    given,
    after: listen,
    answer: () => ({ ask: 'none', detail: 'Connection refused' }),
    gives: 'pass',
  },
  'an answer fails': {
    given,
    after: listen,
    answer: () => ({ ask: 'open', ms: 1 }),
    gives: 'fail',
    saying: '172.18.0.2:6379 answers',
  },
  'silence of a service that is down proves nothing': {
    given,
    answer: silent,
    gives: 'fail',
    saying: 'nobody listens',
  },
  'not tried is no verdict': { given, after: listen, gives: 'unobservable' },
})
