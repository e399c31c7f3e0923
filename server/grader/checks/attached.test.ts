import { expect, test } from 'vitest'
import { connect, shop } from '../testing/shop.ts'
import { attached } from './attached.ts'

const wanted = { containers: ['api', 'redis'], to: 'shop-net' }

test('containers whose interfaces are in the bridge pass', () => {
  expect(attached.judge({ ...wanted, only: true }, shop().snapshot)).toMatchObject({
    outcome: 'pass',
    expected: 'api, redis on network shop-net and on no other',
    observed: 'api is on shop-net; redis is on shop-net',
  })
})

test('only those that are elsewhere are named', () => {
  expect(attached.judge({ containers: ['api', 'metrics'], to: 'shop-net' }, shop().snapshot)).toMatchObject({
    outcome: 'fail',
    observed: 'metrics is on bridge',
  })
})

test('a second network fails only where no other is allowed', () => {
  const { snapshot, host, bridge, redis } = shop()
  connect(host, redis, bridge, '172.17.0.4', 20)
  expect(attached.judge(wanted, snapshot).outcome).toBe('pass')
  expect(attached.judge({ ...wanted, only: true }, snapshot)).toMatchObject({
    outcome: 'fail',
    observed: 'redis is also on bridge',
  })
})

test('a container that is absent or stopped fails', () => {
  const { snapshot, redis } = shop()
  redis.running = false
  expect(attached.judge({ ...wanted, containers: ['redis', 'db'] }, snapshot)).toMatchObject({
    outcome: 'fail',
    observed: 'redis is not running; there is no container db; there is: api, redis, metrics',
  })
})

test('a name must be exact', () => {
  expect(attached.judge({ ...wanted, containers: ['red'] }, shop().snapshot).outcome).toBe('fail')
})

test('an endpoint that no interface proves is a claim', () => {
  const { snapshot, redis } = shop()
  redis.links = redis.links.filter((link) => link.name === 'lo')
  expect(attached.judge(wanted, snapshot)).toMatchObject({
    outcome: 'unobservable',
    observed: 'the engine claims what the kernel does not show: redis has no interface on shop-net',
  })
})

test('an interface plugged into another bridge is a claim', () => {
  const { snapshot, host } = shop()
  for (const link of host.links) if (link.name === 'veth12') link.master = 'docker0'
  expect(attached.judge(wanted, snapshot).outcome).toBe('unobservable')
})

test('an interface that the engine does not tell of is noticed where no other network is allowed', () => {
  const { snapshot, host, bridge, redis } = shop()
  connect(host, redis, bridge, '172.17.0.4', 20)
  redis.endpoints.pop()
  expect(attached.judge({ ...wanted, only: true }, snapshot)).toMatchObject({
    outcome: 'unobservable',
    observed: expect.stringContaining('redis also has eth20'),
  })
})

test('a process that only the engine knows of is a claim', () => {
  const { snapshot, redis } = shop()
  redis.inKernel = false
  expect(attached.judge(wanted, snapshot)).toMatchObject({
    outcome: 'unobservable',
    observed: 'the engine claims what the kernel does not show: redis is said to run, but has no process',
  })
})

test('a failure outweighs what cannot be seen', () => {
  const { snapshot, redis } = shop()
  redis.inKernel = false
  expect(attached.judge({ ...wanted, containers: ['redis', 'metrics'] }, snapshot).outcome).toBe('fail')
})
