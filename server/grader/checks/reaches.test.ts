import type { Answer } from '../../snapshot/snapshot.ts'
import { connect } from '../testing/shop.ts'
import { verdicts } from '../testing/verdicts.ts'
import { reaches } from './reaches.ts'

const open = (): Answer => ({ ask: 'open', ms: 1 })
const refused = (): Answer => ({ ask: 'none', detail: 'Connection refused' })
const given = { from: 'api', to: 'redis', port: 6379 }

verdicts(reaches, {
  'a connection that opens passes': {
    given,
    answer: open,
    gives: 'pass',
    saying: '172.18.0.2:6379 answers after 1 ms',
  },
  'one of two addresses is enough': {
    given,
    after: ({ host, redis, bridge }) => connect(host, redis, bridge, '172.17.0.4', 20),
    answer: (question) => ('address' in question && question.address === '172.17.0.4' ? refused() : open()),
    gives: 'pass',
  },
  'the LAN and a host are places too': {
    given: { from: { lan: 'lan' }, to: { host: 'host-1' }, port: 8123 },
    answer: open,
    gives: 'pass',
    saying: '10.200.4.2:8123',
  },
  'an address of IPv6 stands in brackets before its port': {
    given: { ...given, to: { address: 'fd00::1' } },
    answer: open,
    gives: 'pass',
    saying: /^\[fd00::1\]:6379 answers/,
  },
  'a refusal fails': { given, answer: refused, gives: 'fail', saying: 'Connection refused' },
  'only the address on the named network counts': {
    given: { ...given, on: 'bridge' },
    answer: open,
    gives: 'fail',
    saying: 'no address on bridge',
  },
  'nobody there fails': { given: { ...given, to: 'db' }, answer: open, gives: 'fail', saying: 'no container db' },
  'not tried is no verdict': {
    given,
    answer: () => ({ ask: 'error', error: 'no end after 3 s' }),
    gives: 'unobservable',
    saying: 'no end',
  },
})
