import type { Answer } from '../../snapshot/snapshot.ts'
import { verdicts } from '../testing/verdicts.ts'
import { file } from './file.ts'

const holds = (text: string | null) => (): Answer => ({ ask: 'text', text })
const path = '/etc/docker/daemon.json'

verdicts(file, {
  'a file with the text passes': {
    given: { path, contains: '"mtu": 1400' },
    answer: holds('{ "mtu": 1400 }'),
    gives: 'pass',
  },
  'white space makes no difference': {
    given: { path, contains: '"mtu": 1400' },
    answer: holds('{\n  "mtu":   1400\n}'),
    gives: 'pass',
  },
  'a file without it fails': { given: { path, contains: 'mtu' }, answer: holds('{}'), gives: 'fail', saying: '{}' },
  'a text that must not be there fails': {
    given: { container: 'api', path, lacks: '172.17' },
    answer: holds('172.17.0.2 redis'),
    gives: 'fail',
  },
  'no file fails': { given: { path }, answer: holds(null), gives: 'fail' },
  'no file can be wanted': { given: { path, absent: true }, answer: holds(null), gives: 'pass' },
  'not read is no verdict': { given: { path }, gives: 'unobservable' },
})
