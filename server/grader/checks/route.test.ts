import { verdicts } from '../testing/verdicts.ts'
import { route } from './route.ts'

verdicts(route, {
  'a route passes': { given: { destination: 'default', via: '10.200.4.1', device: 'eth0' }, gives: 'pass' },
  'zeros are the default too': { given: { destination: '0.0.0.0/0', container: 'api' }, gives: 'pass' },
  'another gateway fails': {
    given: { destination: 'default', via: '10.200.4.9' },
    gives: 'fail',
    saying: 'via 10.200.4.1',
  },
  'none fails': { given: { destination: '172.30.0.0/24' }, gives: 'fail' },
  'none can be wanted': { given: { destination: '172.30.0.0/24', absent: true }, gives: 'pass' },
  'a container not looked into is no verdict': {
    given: { destination: 'default', container: 'api' },
    after: ({ api }) => {
      api.unseen = 'gone'
    },
    gives: 'unobservable',
  },
})
