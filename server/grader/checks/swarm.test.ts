import type { Shop } from '../testing/shop.ts'
import { verdicts } from '../testing/verdicts.ts'
import { swarm } from './swarm.ts'

const join = ({ host }: Shop) => {
  host.swarm = { active: true, manager: true, nodes: 2, services: [] }
  host.sockets.push({ protocol: 'tcp', address: '*', port: 7946, owners: ['dockerd'] })
}

verdicts(swarm, {
  'a node passes': { given: {}, after: join, gives: 'pass' },
  'a manager of two passes': { given: { role: 'manager', nodes: 2 }, after: join, gives: 'pass' },
  'a manager is no worker': { given: { role: 'worker' }, after: join, gives: 'fail', saying: 'manager' },
  'another number of nodes fails': { given: { nodes: 3 }, after: join, gives: 'fail', saying: '2 nodes' },
  'a host by itself fails': { given: {}, gives: 'fail', saying: 'no swarm' },
  'and passes where that is wanted': { given: { active: false }, gives: 'pass' },
  'a swarm on whose port nothing listens is a claim': {
    given: {},
    after: (shop) => {
      join(shop)
      shop.host.sockets.pop()
    },
    gives: 'unobservable',
  },
})
