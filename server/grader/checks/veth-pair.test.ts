import { verdicts } from '../testing/verdicts.ts'
import { vethPair } from './veth-pair.ts'

verdicts(vethPair, {
  'a pair passes': { given: { container: 'api' }, gives: 'pass', saying: 'eth0 ↔ veth14 in br-1af9bda7476e' },
  'its bridge can be named': { given: { container: 'api', bridge: 'br-1af9bda7476e' }, gives: 'pass' },
  'another bridge fails': { given: { container: 'api', bridge: 'docker0' }, gives: 'fail' },
  'an interface without an end on the host fails': {
    given: { container: 'api' },
    after: ({ host }) => {
      host.links = []
    },
    gives: 'fail',
  },
  'a container not looked into is no verdict': {
    given: { container: 'api' },
    after: ({ api }) => {
      api.unseen = 'gone'
    },
    gives: 'unobservable',
  },
})
