import { verdicts } from '../testing/verdicts.ts'
import { bridgeMember } from './bridge-member.ts'

verdicts(bridgeMember, {
  'a container in the bridge of a network passes': { given: { network: 'shop-net', container: 'api' }, gives: 'pass' },
  'an interface in a bridge passes': { given: { bridge: 'docker0', interface: 'veth07' }, gives: 'pass' },
  'one in another bridge fails': {
    given: { bridge: 'docker0', container: 'api' },
    gives: 'fail',
    saying: 'in docker0: veth07',
  },
  'no such bridge fails': {
    given: { bridge: 'br-lab', interface: 'veth07' },
    gives: 'fail',
    saying: 'no bridge br-lab',
  },
  'a container not looked into is no verdict': {
    given: { network: 'shop-net', container: 'api' },
    after: ({ api }) => {
      api.unseen = 'gone'
    },
    gives: 'unobservable',
  },
})
