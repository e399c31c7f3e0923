import { verdicts } from '../testing/verdicts.ts'
import { resolver } from './resolver.ts'

verdicts(resolver, {
  'the first nameserver passes': { given: { container: 'api', address: '127.0.0.11' }, gives: 'pass' },
  'an option can be wanted too': {
    given: { container: 'api', address: '127.0.0.11', option: 'ndots:0' },
    after: ({ api }) => api.resolver.options.push('ndots:0'),
    gives: 'pass',
  },
  'a second one fails': {
    given: { container: 'api', address: '10.0.0.53' },
    after: ({ api }) => api.resolver.nameservers.push('10.0.0.53'),
    gives: 'fail',
    saying: '127.0.0.11, 10.0.0.53',
  },
  'an option not there fails': { given: { container: 'api', address: '127.0.0.11', option: 'ndots:0' }, gives: 'fail' },
  'a container not looked into is no verdict': {
    given: { container: 'api', address: '127.0.0.11' },
    after: ({ api }) => {
      api.unseen = 'gone'
    },
    gives: 'unobservable',
  },
})
