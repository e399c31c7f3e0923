import type { Shop } from '../testing/shop.ts'
import { verdicts } from '../testing/verdicts.ts'
import { staticAddress } from './static-address.ts'

const fix = ({ redis }: Shop) => {
  redis.endpoints[0]!.fixedAddress = '172.18.0.2'
}

verdicts(staticAddress, {
  'the address that was asked for passes': {
    given: { container: 'redis', network: 'shop-net', address: '172.18.0.2' },
    after: fix,
    gives: 'pass',
  },
  'any that was asked for passes where none is named': {
    given: { container: 'redis', network: 'shop-net' },
    after: fix,
    gives: 'pass',
  },
  'the same by chance fails': {
    given: { container: 'redis', network: 'shop-net', address: '172.18.0.2' },
    gives: 'fail',
    saying: 'nobody asked',
  },
  'another address fails': {
    given: { container: 'redis', network: 'shop-net', address: '172.18.0.7' },
    after: fix,
    gives: 'fail',
  },
  'another network fails': {
    given: { container: 'redis', network: 'bridge' },
    after: fix,
    gives: 'fail',
    saying: 'not on bridge',
  },
  'an address that no interface has is a claim': {
    given: { container: 'redis', network: 'shop-net' },
    after: (shop) => {
      fix(shop)
      shop.redis.links = []
    },
    gives: 'unobservable',
  },
})
