import { describe } from 'vitest'
import { labHostsContract } from './contract.ts'
import { FakeLabHosts } from './fake-lab-hosts.ts'

describe('lab hosts in memory', () => {
  const hosts = new FakeLabHosts()
  labHostsContract(hosts, {
    shutDown: async ({ spec }, host) => hosts.loseHost(spec.id, host),
    unreachable: () => Object.assign(new FakeLabHosts(), { down: true }),
  })
})
