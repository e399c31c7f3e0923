import { verdicts } from '../testing/verdicts.ts'
import { promiscuity } from './promiscuity.ts'

verdicts(promiscuity, {
  'one that takes in everything passes, whoever asked for it': {
    given: { interface: 'eth0' },
    after: ({ host }) => {
      host.links[0]!.promiscuity = 2
    },
    gives: 'pass',
  },
  'one that does not fails': { given: { interface: 'eth0' }, gives: 'fail', saying: 'promiscuity 0' },
  'that can be wanted': { given: { interface: 'eth0', container: 'api', on: false }, gives: 'pass' },
  'none fails': { given: { interface: 'eth9', on: false }, gives: 'fail' },
  'a container not looked into is no verdict': {
    given: { interface: 'eth0', container: 'api' },
    after: ({ api }) => {
      api.unseen = 'gone'
    },
    gives: 'unobservable',
  },
})
