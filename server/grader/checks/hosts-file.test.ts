import type { Shop } from '../testing/shop.ts'
import { verdicts } from '../testing/verdicts.ts'
import { hostsFile } from './hosts-file.ts'

const write = ({ api }: Shop) => {
  api.hostsFile.push({ address: '10.1.1.1', names: ['cache', 'redis'] }, { address: '10.1.1.2', names: ['redis'] })
}

verdicts(hostsFile, {
  'a line passes': { given: { container: 'api', name: 'redis', address: '10.1.1.1' }, after: write, gives: 'pass' },
  'a second name of a line counts': { given: { container: 'api', name: 'cache' }, after: write, gives: 'pass' },
  'a later line does not count': {
    given: { container: 'api', name: 'redis', address: '10.1.1.2' },
    after: write,
    gives: 'fail',
  },
  'no line fails': { given: { container: 'api', name: 'redis' }, gives: 'fail' },
  'no line can be wanted': { given: { container: 'api', name: 'redis', absent: true }, gives: 'pass' },
  'a container not looked into is no verdict': {
    given: { container: 'api', name: 'redis' },
    after: ({ api }) => {
      api.unseen = 'gone'
    },
    gives: 'unobservable',
  },
})
