import type { Answer } from '../../snapshot/snapshot.ts'
import { verdicts } from '../testing/verdicts.ts'
import { alias } from './alias.ts'

const given = { container: 'redis', network: 'shop-net', name: 'cache' }
const heard =
  (...addresses: string[]) =>
  (): Answer => ({ ask: 'dns', status: addresses.length > 0 ? 'NOERROR' : 'NXDOMAIN', server: '127.0.0.11', addresses })

verdicts(alias, {
  'a name that leads to the container passes': { given, answer: heard('172.18.0.2'), gives: 'pass' },
  'also where others have it too': { given, answer: heard('172.18.0.9', '172.18.0.2'), gives: 'pass' },
  'a name of somebody else fails': { given, answer: heard('172.18.0.9'), gives: 'fail', saying: 'cache is 172.18.0.9' },
  'no such name fails': { given, answer: heard(), gives: 'fail', saying: 'its aliases there: none' },
  'not asked is no verdict': { given, gives: 'unobservable' },
})
