import { verdicts } from '../testing/verdicts.ts'
import { searchDomain } from './search-domain.ts'

const given = { container: 'api', domain: 'lab.internal' }

verdicts(searchDomain, {
  'a domain in the list passes, wherever': {
    given,
    after: ({ api }) => {
      api.resolver.search = ['one', 'lab.internal']
    },
    gives: 'pass',
  },
  'one that is not fails': { given, gives: 'fail', saying: 'search list: none' },
  'absence can be wanted': { given: { ...given, absent: true }, gives: 'pass' },
  'a container not looked into is no verdict': {
    given,
    after: ({ api }) => {
      api.unseen = 'gone'
    },
    gives: 'unobservable',
  },
})
