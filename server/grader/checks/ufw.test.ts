import { rule, type Shop } from '../testing/shop.ts'
import { verdicts } from '../testing/verdicts.ts'
import { ufw } from './ufw.ts'

const on = ({ host }: Shop) => {
  host.iptables.push(
    rule('INPUT', { table: 'filter', target: 'ufw-before-input' }),
    rule('ufw-before-input', { table: 'filter', target: 'ufw-user-input' }),
    rule('ufw-user-input', { table: 'filter', target: 'ACCEPT', destinationPort: 22, text: '--dport 22 -j ACCEPT' }),
  )
}

verdicts(ufw, {
  'on passes': { given: { allows: 22 }, after: on, gives: 'pass' },
  'its rules left without a way to them are off': {
    given: {},
    after: (shop) => {
      on(shop)
      shop.host.iptables = shop.host.iptables.filter(({ chain }) => chain !== 'INPUT')
    },
    gives: 'fail',
    saying: 'off',
  },
  'a port without a rule fails': { given: { allows: 80 }, after: on, gives: 'fail' },
  'allowed is not denied': { given: { denies: 22 }, after: on, gives: 'fail' },
  'off can be wanted': { given: { active: false }, gives: 'pass' },
})
