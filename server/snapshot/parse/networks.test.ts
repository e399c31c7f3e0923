import { expect, test } from 'vitest'
import { networkList } from './networks.ts'

const id = '1af9bda7476ee94b5fc5a10823d8f50309f56912a436f3fb6d680ce66574299f'
const raw = {
  Name: 'shop-net',
  Id: id,
  Scope: 'local',
  Driver: 'bridge',
  EnableIPv6: false,
  IPAM: { Driver: 'default', Options: {}, Config: [{ Subnet: '172.18.0.0/16', Gateway: '172.18.0.1' }] },
  Internal: false,
  Containers: {},
  Options: { 'com.docker.network.driver.mtu': '1400' },
  Labels: {},
}

test('a bridge network knows the bridge behind it', () => {
  expect(networkList.parse([raw])).toMatchObject([
    {
      id,
      name: 'shop-net',
      driver: 'bridge',
      scope: 'local',
      internal: false,
      subnets: [{ subnet: '172.18.0.0/16', gateway: '172.18.0.1' }],
      options: { 'com.docker.network.driver.mtu': '1400' },
      bridge: 'br-1af9bda7476e',
    },
  ])
})

test('a bridge can have a name of its own', () => {
  const [network] = networkList.parse([
    { ...raw, Name: 'bridge', Options: { 'com.docker.network.bridge.name': 'docker0' } },
  ])
  expect(network?.bridge).toBe('docker0')
})

test('host, none and overlay networks have no bridge here, and may lack the rest', () => {
  const [network] = networkList.parse([
    { ...raw, Driver: 'null', IPAM: { Config: null }, Options: null, Internal: null },
  ])
  expect(network).toMatchObject({ bridge: '', subnets: [], options: {}, internal: false })
})

test('what no engine says is refused', () => {
  expect(networkList.safeParse({ message: 'no' }).success).toBe(false)
  expect(networkList.safeParse([{ ...raw, Name: 7 }]).success).toBe(false)
  expect(networkList.safeParse([{ ...raw, Name: 'x'.repeat(5000) }]).success).toBe(false)
  expect(networkList.safeParse(Array(101).fill(raw)).success).toBe(false)
})
