import { rule, type Shop } from '../testing/shop.ts'
import { verdicts } from '../testing/verdicts.ts'
import { masquerade } from './masquerade.ts'

const add =
  (chain: string, target: string, more = {}) =>
  ({ host }: Shop) => {
    host.iptables.push(
      rule(chain, { target, source: '172.18.0.0/16', out: '! br-1af9bda7476e', text: 'the rule', ...more }),
    )
  }

verdicts(masquerade, {
  'the rule of the engine passes': {
    given: { network: 'shop-net' },
    after: add('POSTROUTING', 'MASQUERADE'),
    gives: 'pass',
  },
  'SNAT in a chain of one’s own does the same': {
    given: { network: 'shop-net' },
    after: (shop) => {
      shop.host.iptables.push(rule('POSTROUTING', { target: 'OWN' }))
      add('OWN', 'SNAT', { out: '' })(shop)
    },
    gives: 'pass',
  },
  'no rule fails': { given: { network: 'shop-net' }, gives: 'fail', saying: '172.18.0.0/16' },
  'a chain that no packet meets fails': {
    given: { network: 'shop-net' },
    after: add('OWN', 'MASQUERADE'),
    gives: 'fail',
  },
  'a rule for all that leaves by an interface does it too': {
    given: { network: 'shop-net' },
    after: add('POSTROUTING', 'MASQUERADE', { source: '', out: 'eth0', text: '-A POSTROUTING -o eth0 -j MASQUERADE' }),
    gives: 'pass',
  },
  'and so spoils a network that is to keep its addresses': {
    given: { network: 'shop-net', absent: true },
    after: add('POSTROUTING', 'MASQUERADE', { source: '172.16.0.0/12', out: '' }),
    gives: 'fail',
  },
  'a wide rule for another range, another destination or a part of the packets does not': {
    given: { network: 'shop-net', absent: true },
    after: (shop) => {
      add('POSTROUTING', 'MASQUERADE', { source: '10.0.0.0/8', out: '' })(shop)
      add('POSTROUTING', 'MASQUERADE', { source: '', out: '', destination: '10.9.0.0/16' })(shop)
      const local = '-A POSTROUTING -o docker_gwbridge -m addrtype --src-type LOCAL -j MASQUERADE'
      add('POSTROUTING', 'MASQUERADE', { source: '', out: 'docker_gwbridge', text: local })(shop)
    },
    gives: 'pass',
  },
  'a rule for TCP alone is not enough': {
    given: { network: 'shop-net' },
    after: add('POSTROUTING', 'MASQUERADE', { protocol: 'tcp' }),
    gives: 'fail',
  },
  'one for TCP alone spoils the absence': {
    given: { network: 'shop-net', absent: true },
    after: add('POSTROUTING', 'MASQUERADE', { protocol: 'tcp' }),
    gives: 'fail',
  },
  'what an earlier rule has let through is not rewritten': {
    given: { network: 'shop-net' },
    after: (shop) => {
      add('POSTROUTING', 'ACCEPT', { out: '', text: '-s 172.18.0.0/16 -j ACCEPT' })(shop)
      add('POSTROUTING', 'MASQUERADE')(shop)
    },
    gives: 'fail',
    saying: '-j ACCEPT',
  },
  'a later one changes nothing': {
    given: { network: 'shop-net' },
    after: (shop) => {
      add('POSTROUTING', 'MASQUERADE')(shop)
      add('POSTROUTING', 'RETURN', { out: '' })(shop)
    },
    gives: 'pass',
  },
  'absence can be wanted': { given: { network: 'shop-net', absent: true }, gives: 'pass' },
  'and is not there with the rule': {
    given: { network: 'shop-net', absent: true },
    after: add('POSTROUTING', 'MASQUERADE'),
    gives: 'fail',
  },
})
