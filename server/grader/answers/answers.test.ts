import { expect, test } from 'vitest'
import { gradeAnswer } from '../grade.ts'
import { link, shop } from '../testing/shop.ts'

const address = { name: 'address-of', params: { container: 'redis', network: 'shop-net' } }
const veth = { name: 'veth-of', params: { container: 'api' } }

test('the address is right with and without its prefix length, whatever surrounds it', () => {
  const { snapshot } = shop()
  expect(gradeAnswer(address, ' 172.18.0.2\n', snapshot)).toMatchObject({ check: 'address-of', outcome: 'pass' })
  expect(gradeAnswer(address, '172.18.0.2/16', snapshot).outcome).toBe('pass')
})

test('another address is wrong, and the finding does not give the right one away', () => {
  const finding = gradeAnswer(address, '172.17.0.2', shop().snapshot)
  expect(finding).toMatchObject({ outcome: 'fail', observed: 'you answered 172.17.0.2' })
  expect(JSON.stringify(finding)).not.toContain('172.18.0.2')
})

test('an empty answer is wrong', () => {
  expect(gradeAnswer(address, '  ', shop().snapshot)).toMatchObject({ outcome: 'fail', observed: 'an empty answer' })
})

test("the host's end of the veth pair is right, the container's is not", () => {
  const { snapshot } = shop()
  expect(gradeAnswer(veth, 'VETH14', snapshot).outcome).toBe('pass')
  expect(gradeAnswer(veth, 'eth0', snapshot).outcome).toBe('fail')
  expect(gradeAnswer(veth, 'veth12', snapshot).outcome).toBe('fail')
})

test('what the machine does not have cannot be asked for', () => {
  const { snapshot, redis, api } = shop()
  redis.running = false
  api.links = []
  expect(gradeAnswer(address, '172.18.0.2', snapshot)).toMatchObject({
    outcome: 'unobservable',
    observed: 'redis is not running',
  })
  expect(gradeAnswer(veth, 'veth14', snapshot).outcome).toBe('unobservable')
})

test('an address that only the engine claims is unobservable', () => {
  const { snapshot, redis } = shop()
  redis.links = []
  expect(gradeAnswer(address, '172.18.0.2', snapshot).outcome).toBe('unobservable')
})

test('the number of an overlay is that of the VXLAN in its namespace, and without one it cannot be asked for', () => {
  const vni = { name: 'vni-of', params: { network: 'shop-net' } }
  const { snapshot, host, net } = shop()
  expect(gradeAnswer(vni, '4097', snapshot).outcome).toBe('unobservable')
  const links = [
    link({ name: 'br0', index: 2, kind: 'bridge' }),
    link({ name: 'vxlan0', index: 9, kind: 'vxlan', vni: 4097 }),
  ]
  host.namespaces = [{ path: `/run/docker/netns/1-${net.id.slice(0, 10)}`, inode: 9, links, routes: [], fdb: [] }]
  expect(gradeAnswer(vni, '4097', snapshot).outcome).toBe('pass')
  expect(gradeAnswer(vni, '4098', snapshot).outcome).toBe('fail')
})
