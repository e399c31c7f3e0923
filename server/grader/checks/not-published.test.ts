import { verdicts } from '../testing/verdicts.ts'
import { notPublished } from './not-published.ts'

verdicts(notPublished, {
  'a container without ports passes': { given: { container: 'redis' }, gives: 'pass' },
  'another port does not matter where one is named': { given: { container: 'api', port: 22 }, gives: 'pass' },
  'a published port fails': {
    given: { container: 'redis' },
    after: ({ redis }) =>
      redis.published.push({ containerPort: 6379, protocol: 'tcp', hostAddress: '', hostPort: 6379 }),
    gives: 'fail',
    saying: '6379 → 6379',
  },
  'a rule of which the engine is silent fails': {
    given: { container: 'api' },
    gives: 'fail',
    saying: 'leads port 8123 to 172.18.0.3:8080',
  },
  'one that does not run fails': { given: { container: 'db' }, gives: 'fail' },
})
