import type Docker from 'dockerode'
import { expect, it } from 'vitest'
import { hostContainer, lanNetwork } from './blueprint.ts'
import type { AttemptSpec } from './driver.ts'
import { readAttempts } from './inventory.ts'
import { hostName } from './labels.ts'

const spec: AttemptSpec = {
  id: '0a1b2c3d4e',
  lab: 'two-hosts',
  seed: 7,
  owner: 'somebody',
  expiresAt: 2_000_000_000_000,
  lans: { lan: { mtu: 1400 } },
  hosts: { 'host-1': { lans: ['lan'], engine: '26' }, 'host-2': { lans: ['lan'], engine: '26' } },
  images: [],
}
const network = {
  Name: '0a1b2c3d4e-lan',
  Labels: lanNetwork(spec, 'lan', 1400, 0).Labels,
  IPAM: { Config: [{ Subnet: '10.200.3.0/24', Gateway: '10.200.3.1' }] },
} as unknown as Docker.NetworkInspectInfo

const container = (host: string, name: Parameters<typeof hostName>[2], state = 'running') =>
  ({
    Id: `id-of-${host}`,
    Names: [`/${hostName(spec, host, name)}`],
    Labels: hostContainer(spec, host, '').Labels,
    State: state,
    NetworkSettings: { Networks: { '0a1b2c3d4e-lan': { IPAddress: host === 'host-1' ? '10.200.3.2' : '10.200.3.3' } } },
  }) as unknown as Docker.ContainerInfo

it('finds an attempt again from labels alone, its hosts in the order of the lab', () => {
  const [attempt, ...others] = readAttempts([container('host-2', 'ready'), container('host-1', 'ready')], [network])
  expect(others).toEqual([])
  expect(attempt).toEqual({
    spec,
    lans: { lan: { subnet: '10.200.3.0/24', gateway: '10.200.3.1', mtu: 1400 } },
    hosts: [
      { name: 'host-1', container: 'id-of-host-1', addresses: { lan: '10.200.3.2' }, running: true },
      { name: 'host-2', container: 'id-of-host-2', addresses: { lan: '10.200.3.3' }, running: true },
    ],
    ready: true,
    expiresAt: spec.expiresAt,
  })
})

it('takes an attempt for ready only when every host is', () => {
  expect(readAttempts([container('host-1', 'ready'), container('host-2', 'starting')], [network])[0]?.ready).toBe(false)
})

it('sees a host that has ended, and passes over containers that are no lab hosts', () => {
  const probe = { Id: 'p', Names: ['/patchbay-probe'], Labels: { 'patchbay.role': 'probe' }, State: 'running' }
  const attempts = readAttempts([container('host-1', 'ready', 'exited'), probe as unknown as Docker.ContainerInfo], [])
  expect(attempts.map(({ hosts }) => hosts.map(({ running }) => running))).toEqual([[false]])
})

it('tells the end to which an attempt was prolonged, also when that was cut short between two hosts', () => {
  const expiresAt = spec.expiresAt + 60_000
  const hosts = [container('host-1', { expiresAt }), container('host-2', 'ready')]
  expect(readAttempts(hosts, [network])[0]).toMatchObject({ ready: true, expiresAt })
})

it('finds an attempt of which there is no host yet, so that its network is not forgotten', () => {
  expect(readAttempts([], [network])).toMatchObject([{ spec, hosts: [], ready: false }])
})
