import { link, type Shop } from '../testing/shop.ts'
import { verdicts } from '../testing/verdicts.ts'
import { macvlan } from './macvlan.ts'

const sit = ({ api }: Shop) => {
  api.links = [
    link({
      name: 'eth0',
      index: 25,
      peerIndex: 5,
      kind: 'macvlan',
      mode: 'bridge',
      addresses: [{ address: '10.200.4.50', prefixLength: 24 }],
    }),
  ]
}

verdicts(macvlan, {
  'one on the parent passes': {
    given: { container: 'api', parent: 'eth0', mode: 'bridge' },
    after: sit,
    gives: 'pass',
  },
  'a shim of the host passes too': {
    given: { parent: 'eth0', address: '10.200.4.60' },
    after: ({ host }) =>
      host.links.push(
        link({
          name: 'shim',
          index: 30,
          peerIndex: 5,
          kind: 'macvlan',
          mode: 'bridge',
          addresses: [{ address: '10.200.4.60', prefixLength: 32 }],
        }),
      ),
    gives: 'pass',
  },
  'another parent fails': {
    given: { container: 'api', parent: 'docker0' },
    after: sit,
    gives: 'fail',
    saying: 'eth0 on eth0',
  },
  'another mode fails': { given: { container: 'api', parent: 'eth0', mode: 'private' }, after: sit, gives: 'fail' },
  'none fails': { given: { container: 'api', parent: 'eth0' }, gives: 'fail', saying: 'no macvlan' },
  'a container not looked into is no verdict': {
    given: { container: 'api', parent: 'eth0' },
    after: ({ api }) => {
      api.unseen = 'gone'
    },
    gives: 'unobservable',
  },
})
