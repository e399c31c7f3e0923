import { verdicts } from '../testing/verdicts.ts'
import { ruleCount } from './rule-count.ts'

verdicts(ruleCount, {
  'few enough pass': { given: { max: 3 }, gives: 'pass', saying: '3 rules' },
  'some kinds can be counted alone': { given: { table: 'nat', target: 'DNAT', max: 1, min: 1 }, gives: 'pass' },
  'too many fail': { given: { chain: 'DOCKER', max: 1 }, gives: 'fail', saying: '2 rules' },
  'too few fail': { given: { min: 9 }, gives: 'fail' },
})
