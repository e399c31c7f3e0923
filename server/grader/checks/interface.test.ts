import { link } from '../testing/shop.ts'
import { verdicts } from '../testing/verdicts.ts'
import { interfaceCheck } from './interface.ts'

verdicts(interfaceCheck, {
  'an interface of the host passes': { given: { name: 'docker0', kind: 'bridge', up: true, mtu: 1400 }, gives: 'pass' },
  'an address counts with and without its prefix': {
    given: { name: 'eth0', container: 'api', address: '172.18.0.3' },
    gives: 'pass',
  },
  'one in a namespace of its own passes': {
    given: { name: 'red0', netns: 'red', address: '10.1.1.2/24' },
    after: ({ host }) =>
      host.namespaces.push({
        path: '/run/netns/red',
        inode: 5,
        links: [link({ name: 'red0', index: 2, addresses: [{ address: '10.1.1.2', prefixLength: 24 }] })],
        routes: [],
        fdb: [],
      }),
    gives: 'pass',
  },
  'no such namespace fails': { given: { name: 'red0', netns: 'red' }, gives: 'fail', saying: 'no namespace red' },
  'another address fails': {
    given: { name: 'eth0', container: 'api', address: '172.18.0.9' },
    gives: 'fail',
    saying: '172.18.0.3/16',
  },
  'another kind fails': { given: { name: 'docker0', kind: 'vxlan' }, gives: 'fail' },
  'none fails': { given: { name: 'br-lab' }, gives: 'fail', saying: 'docker0' },
  'none can be wanted': { given: { name: 'br-lab', absent: true }, gives: 'pass' },
  'a container not looked into is no verdict': {
    given: { name: 'eth0', container: 'api' },
    after: ({ api }) => {
      api.unseen = 'gone'
    },
    gives: 'unobservable',
  },
})
