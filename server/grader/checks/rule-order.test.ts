import { rule, type Shop } from '../testing/shop.ts'
import { verdicts } from '../testing/verdicts.ts'
import { ruleOrder } from './rule-order.ts'

const add =
  (...targets: string[]) =>
  ({ host }: Shop) => {
    for (const target of targets) host.iptables.push(rule('DOCKER-USER', { table: 'filter', target, text: target }))
  }
const given = { chain: 'DOCKER-USER', first: { target: 'ACCEPT' }, second: { target: 'DROP' } }

verdicts(ruleOrder, {
  'the wanted order passes': { given, after: add('ACCEPT', 'DROP'), gives: 'pass' },
  'others between them do not matter': {
    given,
    after: add('LOG', 'ACCEPT', 'RETURN', 'DROP'),
    gives: 'pass',
    saying: 'rules 2 and 4',
  },
  'the other order fails': { given, after: add('DROP', 'ACCEPT'), gives: 'fail', saying: 'is rule 1' },
  'one missing fails': { given, after: add('DROP'), gives: 'fail', saying: 'no rule .target ACCEPT' },
})
