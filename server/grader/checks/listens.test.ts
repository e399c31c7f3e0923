import type { Shop } from '../testing/shop.ts'
import { verdicts } from '../testing/verdicts.ts'
import { listens } from './listens.ts'

const at =
  (address: string) =>
  ({ api }: Shop) => {
    api.sockets.push({ protocol: 'tcp', address, port: 8080, owners: ['perl'] })
  }
const given = { container: 'api', port: 8080 }

verdicts(listens, {
  'a socket on all addresses passes': {
    given: { ...given, address: 'any' },
    after: at('0.0.0.0'),
    gives: 'pass',
    saying: 'perl',
  },
  'both families at once are all addresses too': { given: { ...given, address: 'any' }, after: at('*'), gives: 'pass' },
  'the host has sockets of its own': { given: { port: 8123 }, gives: 'pass', saying: 'docker-proxy' },
  'the loopback is not all addresses': {
    given: { ...given, address: 'any' },
    after: at('127.0.0.1'),
    gives: 'fail',
    saying: '127.0.0.1:8080',
  },
  'and passes where it is wanted': { given: { ...given, address: 'loopback' }, after: at('127.0.0.1'), gives: 'pass' },
  'nothing fails': { given, gives: 'fail', saying: 'nothing on 8080' },
  'nothing can be wanted': { given: { ...given, absent: true }, gives: 'pass' },
  'another protocol fails': { given: { ...given, protocol: 'udp' }, after: at('*'), gives: 'fail' },
  'a container that could not be looked into is no verdict': {
    given,
    after: ({ api }) => {
      api.unseen = 'ss exited with 1'
    },
    gives: 'unobservable',
  },
})
