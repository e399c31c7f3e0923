import type { Answer } from '../../snapshot/snapshot.ts'
import { verdicts } from '../testing/verdicts.ts'
import { upstream } from './upstream.ts'

const heard =
  (...addresses: string[]) =>
  (): Answer => ({ ask: 'dns', status: addresses.length > 0 ? 'NOERROR' : 'NXDOMAIN', server: '127.0.0.11', addresses })
const given = { from: 'api', name: 'db.corp.example', address: '10.9.9.9' }

verdicts(upstream, {
  'the address that only the server outside knows passes': { given, answer: heard('10.9.9.9'), gives: 'pass' },
  'any address passes where none is named': {
    given: { from: 'api', name: 'db.corp.example' },
    answer: heard('10.9.9.8'),
    gives: 'pass',
  },
  'another address fails': { given, answer: heard('10.9.9.8'), gives: 'fail' },
  'no such name fails': { given, answer: heard(), gives: 'fail', saying: 'NXDOMAIN' },
  'a container without that server fails': {
    given: { ...given, server: '10.200.4.3' },
    answer: heard('10.9.9.9'),
    gives: 'fail',
    saying: 'it was given none',
  },
  'not asked is no verdict': { given, gives: 'unobservable' },
})
