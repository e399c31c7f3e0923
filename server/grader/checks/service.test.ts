import type { Shop } from '../testing/shop.ts'
import { verdicts } from '../testing/verdicts.ts'
import { service } from './service.ts'

const web = {
  name: 'web',
  mode: 'replicated',
  replicas: 2,
  running: 2,
  image: 'web',
  networks: ['ov'],
  endpointMode: 'vip',
  published: [],
}
const serve =
  (changes: Partial<typeof web> = {}) =>
  ({ host }: Shop) => {
    host.swarm = { active: true, manager: true, nodes: 1, services: [{ ...web, ...changes }] }
  }

verdicts(service, {
  'one that runs what it should passes': {
    given: { name: 'web', replicas: 2, network: 'ov', endpointMode: 'vip' },
    after: serve(),
    gives: 'pass',
  },
  'any number passes where none is named': {
    given: { name: 'web' },
    after: serve({ replicas: 5, running: 5 }),
    gives: 'pass',
  },
  'a task that does not run fails': {
    given: { name: 'web' },
    after: serve({ running: 1 }),
    gives: 'fail',
    saying: '1 of 2 run',
  },
  'another number fails': { given: { name: 'web', replicas: 3 }, after: serve(), gives: 'fail' },
  'another network fails': { given: { name: 'web', network: 'other' }, after: serve(), gives: 'fail' },
  'another way to resolve fails': { given: { name: 'web', endpointMode: 'dnsrr' }, after: serve(), gives: 'fail' },
  'a port that is not published fails': { given: { name: 'web', published: 8000 }, after: serve(), gives: 'fail' },
  'no such service fails': { given: { name: 'db' }, after: serve(), gives: 'fail', saying: 'there is: web' },
  'no swarm fails': { given: { name: 'web' }, gives: 'fail' },
})
