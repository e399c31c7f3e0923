import { connect } from '../testing/shop.ts'
import { verdicts } from '../testing/verdicts.ts'
import { sharesNetwork } from './shares-network.ts'

verdicts(sharesNetwork, {
  'two on one network pass': { given: { containers: ['api', 'redis'] }, gives: 'pass', saying: 'share shop-net' },
  'a second network in common is as good': {
    given: { containers: ['api', 'metrics'] },
    after: ({ host, metrics, net }) => connect(host, metrics, net, '172.18.0.9', 30),
    gives: 'pass',
  },
  'two on two networks fail': {
    given: { containers: ['api', 'metrics'] },
    gives: 'fail',
    saying: 'metrics is on bridge',
  },
  'the default bridge may not count': {
    given: { containers: ['api', 'metrics'], userDefined: true },
    after: ({ host, api, bridge }) => connect(host, api, bridge, '172.17.0.9', 30),
    gives: 'fail',
  },
  'a membership that no interface proves is a claim': {
    given: { containers: ['api', 'redis'] },
    after: ({ api }) => {
      api.links = []
    },
    gives: 'unobservable',
  },
})
