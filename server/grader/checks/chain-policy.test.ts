import { verdicts } from '../testing/verdicts.ts'
import { chainPolicy } from './chain-policy.ts'

verdicts(chainPolicy, {
  'the policy passes': { given: { chain: 'FORWARD', policy: 'DROP' }, gives: 'pass' },
  'one of two that drops is enough': {
    given: { chain: 'FORWARD', policy: 'DROP' },
    after: ({ host }) => host.chains.push({ family: 4, table: 'filter', name: 'FORWARD', policy: 'ACCEPT' }),
    gives: 'pass',
  },
  'another policy fails': { given: { chain: 'FORWARD', policy: 'ACCEPT' }, gives: 'fail', saying: 'policy DROP' },
  'without the table everything is accepted': { given: { chain: 'INPUT', family: 6, policy: 'ACCEPT' }, gives: 'pass' },
})
