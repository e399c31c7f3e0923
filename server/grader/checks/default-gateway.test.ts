import { verdicts } from '../testing/verdicts.ts'
import { defaultGateway } from './default-gateway.ts'

verdicts(defaultGateway, {
  'the gateway of the network passes': { given: { container: 'api', network: 'shop-net' }, gives: 'pass' },
  'an address is as good': { given: { container: 'api', address: '172.18.0.1' }, gives: 'pass' },
  'another network fails': { given: { container: 'api', network: 'bridge' }, gives: 'fail', saying: 'via 172.18.0.1' },
  'no default route fails': {
    given: { container: 'api', network: 'shop-net' },
    after: ({ api }) => {
      api.routes = []
    },
    gives: 'fail',
    saying: 'no default route',
  },
  'a container not looked into is no verdict': {
    given: { container: 'api', network: 'shop-net' },
    after: ({ api }) => {
      api.unseen = 'gone'
    },
    gives: 'unobservable',
  },
})
