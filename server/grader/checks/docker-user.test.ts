import type { Answer, Question } from '../../snapshot/snapshot.ts'
import { rule, type Shop } from '../testing/shop.ts'
import { verdicts } from '../testing/verdicts.ts'
import { dockerUser } from './docker-user.ts'

const drop = ({ host }: Shop) => {
  host.iptables.push(rule('DOCKER-USER', { table: 'filter', target: 'DROP' }))
}
const given = { port: 8123, allowed: [{ lan: 'lan' }], denied: ['metrics'] }
const opens =
  (lan: boolean, other: boolean) =>
  (question: Question): Answer =>
    ('from' in question && question.from.lan ? lan : other)
      ? { ask: 'open', ms: 1 }
      : { ask: 'none', detail: 'no answer' }

verdicts(dockerUser, {
  'one in, one out passes': { given, after: drop, answer: opens(true, false), gives: 'pass' },
  'everybody out fails': {
    given,
    after: drop,
    answer: opens(false, false),
    gives: 'fail',
    saying: 'the LAN is kept out',
  },
  'everybody in fails': {
    given,
    after: drop,
    answer: opens(true, true),
    gives: 'fail',
    saying: 'metrics comes through',
  },
  'the same by other means fails': {
    given,
    answer: opens(true, false),
    gives: 'fail',
    saying: 'no rule that keeps anybody out',
  },
  'not tried is no verdict': { given, after: drop, gives: 'unobservable' },
})
