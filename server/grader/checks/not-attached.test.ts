import { connect } from '../testing/shop.ts'
import { verdicts } from '../testing/verdicts.ts'
import { notAttached } from './not-attached.ts'

verdicts(notAttached, {
  'a container on another network passes': {
    given: { containers: ['metrics'], to: 'shop-net' },
    gives: 'pass',
    saying: 'metrics is on bridge',
  },
  'so does one where the network does not exist': { given: { containers: ['metrics'], to: 'gone-net' }, gives: 'pass' },
  'one that is attached fails': {
    given: { containers: ['metrics', 'api'], to: 'shop-net' },
    gives: 'fail',
    saying: 'api on shop-net',
  },
  'one that does not run fails': {
    given: { containers: ['db'], to: 'shop-net' },
    gives: 'fail',
    saying: 'there is no container db',
  },
  'an interface in the bridge that the engine hides is a claim': {
    given: { containers: ['metrics'], to: 'shop-net' },
    after: ({ host, metrics, net }) => {
      connect(host, metrics, net, '172.18.0.9', 30)
      metrics.endpoints.pop()
    },
    gives: 'unobservable',
  },
})
