import { verdicts } from '../testing/verdicts.ts'
import { noLinks } from './no-links.ts'

verdicts(noLinks, {
  'containers without links pass': { given: {}, gives: 'pass', saying: 'none of 3' },
  'a link of one not asked about does not matter': {
    given: { containers: ['redis'] },
    after: ({ api }) => api.legacyLinks.push('/redis:/api/redis'),
    gives: 'pass',
  },
  'a link fails': {
    given: {},
    after: ({ api }) => api.legacyLinks.push('/redis:/api/redis'),
    gives: 'fail',
    saying: 'api has /redis',
  },
  'a link on a network of its own fails': {
    given: {},
    after: ({ api }) => api.endpoints[0]!.links.push('redis:cache'),
    gives: 'fail',
    saying: 'api has redis:cache',
  },
  'its line in the file fails, whatever the engine says': {
    given: {},
    after: ({ api }) => api.hostsFile.push({ address: '172.17.0.3', names: ['cache', '0123456789ab', 'redis'] }),
    gives: 'fail',
    saying: 'a line of a link to 172.17.0.3',
  },
  'an empty host shows nothing': {
    given: {},
    after: ({ host }) => {
      host.containers = []
    },
    gives: 'fail',
  },
})
