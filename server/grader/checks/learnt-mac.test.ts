import type { Shop } from '../testing/shop.ts'
import { verdicts } from '../testing/verdicts.ts'
import { learntMac } from './learnt-mac.ts'

const enter =
  (learnt: boolean, bridge = 'br-1af9bda7476e') =>
  ({ host, api }: Shop) => {
    api.links[1]!.mac = '02:42:ac:12:00:03'
    host.fdb.push({ mac: '02:42:ac:12:00:03', device: 'veth14', bridge, learnt, remote: '' })
  }

verdicts(learntMac, {
  'an address learnt passes': { given: { network: 'shop-net', container: 'api' }, after: enter(true), gives: 'pass' },
  'the bridge can be named itself': {
    given: { bridge: 'br-1af9bda7476e', container: 'api' },
    after: enter(true),
    gives: 'pass',
  },
  'one that was put there fails': {
    given: { network: 'shop-net', container: 'api' },
    after: enter(false),
    gives: 'fail',
  },
  'one in another bridge fails': {
    given: { network: 'shop-net', container: 'api' },
    after: enter(true, 'docker0'),
    gives: 'fail',
  },
  'a container not looked into is no verdict': {
    given: { network: 'shop-net', container: 'api' },
    after: ({ api }) => {
      api.unseen = 'gone'
    },
    gives: 'unobservable',
  },
})
