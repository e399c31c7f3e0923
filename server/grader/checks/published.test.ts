import { dnatRule, type Shop } from '../testing/shop.ts'
import { verdicts } from '../testing/verdicts.ts'
import { published } from './published.ts'

const publish =
  (hostAddress: string) =>
  ({ api }: Shop) => {
    api.published = [{ containerPort: 8080, protocol: 'tcp', hostAddress, hostPort: 8123 }]
  }
const given = { container: 'api', port: 8080, hostPort: 8123 }

verdicts(published, {
  'a published port passes': { given, after: publish('0.0.0.0'), gives: 'pass', saying: '8123' },
  'on all addresses where that is wanted': { given: { ...given, address: 'any' }, after: publish('::'), gives: 'pass' },
  'a socket proves it where no rule does': {
    given,
    after: (shop) => {
      publish('127.0.0.1')(shop)
      shop.host.iptables = []
    },
    gives: 'pass',
  },
  'the loopback alone is not all addresses': {
    given: { ...given, address: 'any' },
    after: publish('127.0.0.1'),
    gives: 'fail',
  },
  'another port fails': { given: { ...given, hostPort: 9000 }, after: publish('0.0.0.0'), gives: 'fail' },
  'another protocol fails': { given: { ...given, protocol: 'udp' }, after: publish('0.0.0.0'), gives: 'fail' },
  'nothing published fails': { given, gives: 'fail', saying: 'publishes none' },
  'a port without rule and socket is a claim': {
    given,
    after: (shop) => {
      publish('0.0.0.0')(shop)
      shop.host.iptables = [dnatRule(9000, '172.18.0.3:8080')]
      shop.host.sockets = []
    },
    gives: 'unobservable',
  },
})
