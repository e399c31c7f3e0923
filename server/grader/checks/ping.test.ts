import type { Answer } from '../../snapshot/snapshot.ts'
import { verdicts } from '../testing/verdicts.ts'
import { ping } from './ping.ts'

const echo = (): Answer => ({ ask: 'open', ms: 0.1 })
const noSuch = (): Answer => ({
  ask: 'error',
  error: "exec: [Errno 2] No such file or directory: '/run/netns/red'",
})
const silent = (): Answer => ({ ask: 'none', detail: 'no echo came back' })

verdicts(ping, {
  'an echo passes': { given: { from: 'api', to: 'redis' }, answer: echo, gives: 'pass', saying: '172.18.0.2 answers' },
  'an address is as good as a name': {
    given: { from: { host: 'host-1' }, to: { address: '10.200.4.1' } },
    answer: echo,
    gives: 'pass',
  },
  'silence fails': { given: { from: 'api', to: 'redis' }, answer: silent, gives: 'fail', saying: 'no echo' },
  'silence can be wanted': { given: { from: 'api', to: 'redis', answered: false }, answer: silent, gives: 'pass' },
  'and an echo is then wrong': { given: { from: 'api', to: 'redis', answered: false }, answer: echo, gives: 'fail' },
  'from a namespace that is not there none comes': {
    given: { from: { netns: 'red' }, to: { address: '10.66.20.3' } },
    answer: noSuch,
    gives: 'fail',
    saying: 'no namespace red',
  },
  'another fault of the same kind is no verdict': {
    given: { from: { netns: 'blue' }, to: { address: '10.66.20.3' } },
    answer: noSuch,
    gives: 'unobservable',
  },
  'not tried is no verdict': { given: { from: 'api', to: 'redis' }, gives: 'unobservable' },
})
