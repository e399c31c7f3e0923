import type { Shop } from '../testing/shop.ts'
import { verdicts } from '../testing/verdicts.ts'
import { env } from './env.ts'

const set =
  (value: string) =>
  ({ api }: Shop) => {
    api.env.REDIS_URL = value
  }

verdicts(env, {
  'a value as wanted passes': {
    given: { container: 'api', name: 'REDIS_URL', equals: 'redis://redis:6379' },
    after: set('redis://redis:6379'),
    gives: 'pass',
  },
  'a name instead of an address passes': {
    given: { container: 'api', name: 'REDIS_URL', contains: '6379', noAddress: true },
    after: set('redis://cache:6379'),
    gives: 'pass',
  },
  'an address fails': {
    given: { container: 'api', name: 'REDIS_URL', noAddress: true },
    after: set('redis://172.17.0.2:6379'),
    gives: 'fail',
    saying: '172.17.0.2',
  },
  'a variable not set fails': { given: { container: 'api', name: 'REDIS_URL' }, gives: 'fail' },
  'what every object has is no variable': { given: { container: 'api', name: 'constructor' }, gives: 'fail' },
})
