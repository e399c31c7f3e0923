import { expect, it } from 'vitest'
import { hostContainer, lanNetwork } from './blueprint.ts'
import type { AttemptSpec } from './driver.ts'

const spec: AttemptSpec = {
  id: '0a1b2c3d4e',
  lab: 'names-that-resolve',
  seed: 7,
  owner: 'cli',
  expiresAt: Date.now() + 600_000,
  lans: { lan: { mtu: 1400 } },
  hosts: { 'host-1': { lans: ['lan'], engine: '26' } },
  images: ['redis'],
}

it('asks for a host that is bounded and not privileged', () => {
  const { HostConfig } = hostContainer(spec, 'host-1', '10.200.0.1')
  expect(HostConfig).toMatchObject({ Runtime: 'lab', Memory: 1 << 30, MemorySwap: 1 << 30, PidsLimit: 1024 })
  expect(HostConfig).not.toHaveProperty('Privileged')
  expect(HostConfig).not.toHaveProperty('Devices')
  expect(HostConfig?.SecurityOpt).not.toContain('seccomp=unconfined')
  expect(HostConfig?.UsernsMode).toBeUndefined()
})

it('gives a host its resolver and the seconds it may live', () => {
  const { Env } = hostContainer(spec, 'host-1', '10.200.0.1')
  expect(Env).toContain('PATCHBAY_RESOLVER=10.200.0.1')
  const seconds = Number(Env?.find((one) => one.startsWith('PATCHBAY_SECONDS='))?.split('=')[1])
  expect(seconds).toBeGreaterThan(590)
  expect(seconds).toBeLessThanOrEqual(600)
})

it('asks for a LAN without a way out, with the MTU of the lab and a bridge name that the kernel takes', () => {
  const network = lanNetwork(spec, 'lan', 1400, 0)
  expect(network).toMatchObject({ Internal: true, Driver: 'bridge', Name: '0a1b2c3d4e-lan' })
  expect(network.Options?.['com.docker.network.driver.mtu']).toBe('1400')
  expect(network.Options?.['com.docker.network.bridge.name']).toMatch(/^lan[\w-]{1,12}$/)
})
