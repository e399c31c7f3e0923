import { verdicts } from '../testing/verdicts.ts'
import { hostMode } from './host-mode.ts'

verdicts(hostMode, {
  "the host's own namespace passes": {
    given: { container: 'api' },
    after: ({ api, host }) => {
      api.netns = host.netns
    },
    gives: 'pass',
  },
  'a namespace of its own fails, whatever the engine calls it': {
    given: { container: 'api' },
    after: ({ api }) => {
      api.networkMode = 'host'
    },
    gives: 'fail',
  },
  'an unseen namespace is no verdict': {
    given: { container: 'api' },
    after: ({ api }) => {
      api.netns = 0
    },
    gives: 'unobservable',
  },
})
