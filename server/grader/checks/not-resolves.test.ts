import type { Answer } from '../../snapshot/snapshot.ts'
import { verdicts } from '../testing/verdicts.ts'
import { notResolves } from './not-resolves.ts'

const given = { from: 'metrics', name: 'redis' }
const unknown = (): Answer => ({ ask: 'dns', status: 'NXDOMAIN', server: '10.200.4.1', addresses: [] })

verdicts(notResolves, {
  'no such name passes': { given, answer: unknown, gives: 'pass', saying: 'NXDOMAIN from 10.200.4.1' },
  'a server that does not answer passes': {
    given,
    answer: () => ({ ask: 'none', detail: '10.9.9.9 does not answer' }),
    gives: 'pass',
  },
  'an address fails': {
    given,
    answer: () => ({ ask: 'dns', status: 'NOERROR', server: '127.0.0.11', addresses: ['172.18.0.2'] }),
    gives: 'fail',
    saying: 'redis is 172.18.0.2',
  },
  'a line in the file fails': {
    given,
    after: ({ metrics }) => metrics.hostsFile.push({ address: '172.18.0.2', names: ['redis'] }),
    answer: unknown,
    gives: 'fail',
    saying: '/etc/hosts',
  },
  'not asked is no verdict': { given, gives: 'unobservable' },
})
