import { rule as ruleOf, type Shop } from '../testing/shop.ts'
import { verdicts } from '../testing/verdicts.ts'
import { rule } from './rule.ts'

const add = ({ host }: Shop) => {
  host.iptables.push(
    ruleOf('DOCKER-USER', {
      table: 'filter',
      target: 'DROP',
      source: '10.0.0.1/32',
      destinationPort: 80,
      text: '-s 10.0.0.1/32 --dport 80 -j DROP',
    }),
  )
}

verdicts(rule, {
  'a rule as described passes': {
    given: { chain: 'DOCKER-USER', target: 'DROP', port: 80 },
    after: add,
    gives: 'pass',
  },
  'with and without /32': { given: { chain: 'DOCKER-USER', source: '10.0.0.1' }, after: add, gives: 'pass' },
  'a piece of its text is enough': { given: { chain: 'DOCKER-USER', text: '--dport 80' }, after: add, gives: 'pass' },
  'another target fails': {
    given: { chain: 'DOCKER-USER', target: 'ACCEPT' },
    after: add,
    gives: 'fail',
    saying: 'DROP',
  },
  'another table fails': { given: { chain: 'DOCKER-USER', table: 'nat', target: 'DROP' }, after: add, gives: 'fail' },
  'another family fails': { given: { chain: 'DOCKER-USER', family: 6, target: 'DROP' }, after: add, gives: 'fail' },
  'absence can be wanted': {
    given: { chain: 'DOCKER-USER', target: 'ACCEPT', absent: true },
    after: add,
    gives: 'pass',
  },
})
