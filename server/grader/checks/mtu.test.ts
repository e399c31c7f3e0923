import { expect, test } from 'vitest'
import { connect, shop } from '../testing/shop.ts'
import { mtu } from './mtu.ts'

const wanted = { network: 'shop-net', equals: 'lan' }

test('bridge and interfaces of the size of the LAN pass', () => {
  expect(mtu.judge(wanted, shop().snapshot)).toEqual({
    outcome: 'pass',
    expected: 'MTU 1400 on network shop-net, like lan',
    observed: 'br-1af9bda7476e has MTU 1400, api eth0 has MTU 1400, redis eth0 has MTU 1400',
    evidence: 'ip link show br-1af9bda7476e; ip link show master br-1af9bda7476e',
  })
})

test('one interface of another size fails', () => {
  const { snapshot, redis } = shop()
  for (const link of redis.links) link.mtu = 1500
  expect(mtu.judge(wanted, snapshot)).toMatchObject({
    outcome: 'fail',
    observed: expect.stringContaining('redis eth0 has MTU 1500'),
  })
})

test('a bridge of another size fails', () => {
  const { snapshot, host } = shop()
  for (const link of host.links) link.mtu = 1500
  expect(mtu.judge(wanted, snapshot).outcome).toBe('fail')
})

test('a network without running containers fails: engines differ in the MTU of an empty bridge', () => {
  const { snapshot, api, redis } = shop()
  redis.running = false
  api.endpoints = []
  expect(mtu.judge(wanted, snapshot)).toMatchObject({
    outcome: 'fail',
    observed: 'br-1af9bda7476e has MTU 1400, and no running container on shop-net that would use it',
  })
})

test('a size can be given in bytes', () => {
  expect(mtu.judge({ network: 'shop-net', equals: 1400 }, shop().snapshot).outcome).toBe('pass')
  expect(mtu.judge({ network: 'shop-net', equals: 1500 }, shop().snapshot).outcome).toBe('fail')
})

test('of a container every interface counts but loopback', () => {
  const { snapshot, host, redis, bridge } = shop()
  expect(mtu.judge({ container: 'redis', equals: 'lan' }, snapshot)).toMatchObject({
    outcome: 'pass',
    observed: 'redis: eth0 has MTU 1400',
  })
  connect(host, redis, bridge, '172.17.0.4', 20)
  redis.links.at(-1)!.mtu = 1500
  expect(mtu.judge({ container: 'redis', equals: 'lan' }, snapshot).outcome).toBe('fail')
})

test('a container without interfaces fails', () => {
  const { snapshot, redis } = shop()
  redis.links = redis.links.filter((link) => link.name === 'lo')
  expect(mtu.judge({ container: 'redis', equals: 'lan' }, snapshot)).toMatchObject({
    outcome: 'fail',
    observed: 'redis: none',
  })
})

test('an endpoint that no interface proves is a claim', () => {
  const { snapshot, redis } = shop()
  redis.links = []
  expect(mtu.judge(wanted, snapshot)).toMatchObject({
    outcome: 'unobservable',
    observed: 'the engine claims what the kernel does not show: redis has no interface on shop-net',
  })
})

test('a LAN that the host is not on is unobservable', () => {
  expect(mtu.judge({ network: 'shop-net', equals: 'wan' }, shop().snapshot).outcome).toBe('unobservable')
})

test('exactly one of network and container can be given', () => {
  expect(mtu.params.safeParse({ equals: 'lan' }).success).toBe(false)
  expect(mtu.params.safeParse({ network: 'shop-net', container: 'api', equals: 'lan' }).success).toBe(false)
  expect(mtu.params.safeParse(wanted).success).toBe(true)
})

test('an interface of the host can be judged by its name', () => {
  const judge = (name: string, equals: number) => mtu.judge({ interface: name, equals }, shop().snapshot).outcome
  expect([judge('eth0', 1400), judge('eth0', 1500), judge('eth9', 1400)]).toEqual(['pass', 'fail', 'fail'])
})
