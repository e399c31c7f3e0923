import type { Answer } from '../../snapshot/snapshot.ts'
import { verdicts } from '../testing/verdicts.ts'
import { sysctl } from './sysctl.ts'

const reads = (text: string | null) => (): Answer => ({ ask: 'text', text })

verdicts(sysctl, {
  'the value passes, as number or text': {
    given: { key: 'net.ipv4.ip_forward', value: 1 },
    answer: reads('1'),
    gives: 'pass',
  },
  'tabs count as spaces': {
    given: { key: 'net.ipv4.tcp_rmem', value: '4096 8192' },
    answer: reads('4096\t8192'),
    gives: 'pass',
  },
  'another value fails': {
    given: { key: 'net.ipv4.ip_forward', value: 1, container: 'api' },
    answer: reads('0'),
    gives: 'fail',
  },
  'no such setting fails': { given: { key: 'net.ipv4.nonsense', value: 1 }, answer: reads(null), gives: 'fail' },
  'not read is no verdict': { given: { key: 'net.ipv4.ip_forward', value: 1 }, gives: 'unobservable' },
})
