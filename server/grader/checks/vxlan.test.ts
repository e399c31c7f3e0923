import { link, type Shop } from '../testing/shop.ts'
import { verdicts } from '../testing/verdicts.ts'
import { vxlan } from './vxlan.ts'

const tunnel = link({ name: 'vxlan0', index: 9, kind: 'vxlan', vni: 4097, vxlanPort: 4789, mtu: 1450 })
const overlay = ({ host, net }: Shop) => {
  Object.assign(net, { driver: 'overlay', bridge: '' })
  host.namespaces = [
    { path: `/run/docker/netns/1-${net.id.slice(0, 10)}`, inode: 9, links: [tunnel], routes: [], fdb: [] },
  ]
}

verdicts(vxlan, {
  'the one behind an overlay passes': {
    given: { network: 'shop-net', vni: 4097, port: 4789, mtu: 1450 },
    after: overlay,
    gives: 'pass',
  },
  'one made by hand passes': { given: { vni: 4097 }, after: ({ host }) => host.links.push(tunnel), gives: 'pass' },
  'another number fails': {
    given: { network: 'shop-net', vni: 5000 },
    after: overlay,
    gives: 'fail',
    saying: 'VNI 4097',
  },
  'another MTU fails': { given: { network: 'shop-net', mtu: 1500 }, after: overlay, gives: 'fail' },
  'a bridge network has none': { given: { network: 'shop-net' }, gives: 'fail', saying: 'driver bridge' },
  'an overlay without one is a claim': {
    given: { network: 'shop-net' },
    after: (shop) => {
      overlay(shop)
      shop.host.namespaces = []
    },
    gives: 'unobservable',
  },
})
