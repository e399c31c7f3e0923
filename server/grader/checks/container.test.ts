import { verdicts } from '../testing/verdicts.ts'
import { container } from './container.ts'

verdicts(container, {
  'one that runs passes': { given: { name: 'api', image: 'api', restart: 'no', privileged: false }, gives: 'pass' },
  'a tag of latest makes no difference': { given: { name: 'api', image: 'api:latest' }, gives: 'pass' },
  'a stopped one fails': {
    given: { name: 'api' },
    after: ({ api }) => {
      api.running = false
    },
    gives: 'fail',
    saying: 'not running',
  },
  'another image fails': { given: { name: 'api', image: 'web' }, gives: 'fail', saying: 'made of api' },
  'another restart policy fails': { given: { name: 'api', restart: 'always' }, gives: 'fail', saying: 'policy is no' },
  'one policy of several passes': { given: { name: 'api', restart: ['always', 'no'] }, gives: 'pass' },
  'a policy that is none of several fails': {
    given: { name: 'api', restart: ['always', 'unless-stopped'] },
    gives: 'fail',
    saying: 'policy is no',
  },
  'a privileged one fails where that is not allowed': {
    given: { name: 'api', privileged: false },
    after: ({ api }) => {
      api.privileged = true
    },
    gives: 'fail',
  },
  'absence can be wanted': { given: { name: 'db', running: false }, gives: 'pass', saying: 'there is no db' },
  'and is not there while it runs': { given: { name: 'api', running: false }, gives: 'fail' },
  'one without a process is a claim': {
    given: { name: 'api' },
    after: ({ api }) => {
      api.inKernel = false
    },
    gives: 'unobservable',
  },
})
