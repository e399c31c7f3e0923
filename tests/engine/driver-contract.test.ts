import { afterAll, describe } from 'vitest'
import { labHostsContract } from '../../server/lab-host/contract.ts'
import { DockerLabHosts } from '../../server/lab-host/index.ts'
import { newLabHosts } from './lab.ts'

describe('lab hosts as containers', () => {
  const hosts = newLabHosts()
  afterAll(() => hosts.close())
  labHostsContract(hosts, {
    shutDown: (attempt, host) => hosts.run(attempt, host, 'kill 1', {}, 5000).catch(() => {}),
    unreachable: () => new DockerLabHosts('/run/no-such-engine.sock'),
  })
})
