import { verdicts } from '../testing/verdicts.ts'
import { noneMode } from './none-mode.ts'

verdicts(noneMode, {
  'the loopback alone passes, however it came to that': {
    given: { container: 'api' },
    after: ({ api }) => {
      api.links = api.links.filter(({ name }) => name === 'lo')
    },
    gives: 'pass',
  },
  'an interface more fails, although the engine says none': {
    given: { container: 'api' },
    after: ({ api }) => {
      api.networkMode = 'none'
    },
    gives: 'fail',
    saying: 'eth0',
  },
  'nothing seen is no verdict': {
    given: { container: 'api' },
    after: ({ api }) => {
      api.links = []
    },
    gives: 'unobservable',
  },
})
