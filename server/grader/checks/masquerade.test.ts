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
  'absence can be wanted': { given: { network: 'shop-net', absent: true }, gives: 'pass' },
  'and is not there with the rule': {
    given: { network: 'shop-net', absent: true },
    after: add('POSTROUTING', 'MASQUERADE'),
    gives: 'fail',
  },
})
