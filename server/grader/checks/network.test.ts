import { expect, test } from 'vitest'
import { shop } from '../testing/shop.ts'
import { network } from './network.ts'

const wanted = { name: 'shop-net', driver: 'bridge' }

test('a bridge network that the kernel shows passes', () => {
  expect(network.judge(wanted, shop().snapshot)).toEqual({
    outcome: 'pass',
    expected: 'a network shop-net (bridge)',
    observed: 'network shop-net, driver bridge',
    evidence: 'docker network inspect shop-net',
  })
})

test('without such a network it says which there are', () => {
  expect(network.judge({ name: 'other' }, shop().snapshot)).toMatchObject({
    outcome: 'fail',
    observed: 'there is no network other; there is: shop-net, bridge',
  })
})

test('another driver fails', () => {
  const { snapshot, net } = shop()
  Object.assign(net, { driver: 'macvlan', bridge: '' })
  expect(network.judge(wanted, snapshot)).toMatchObject({
    outcome: 'fail',
    observed: 'network shop-net, driver macvlan',
  })
})

test('internal is judged both ways, and not at all when left out', () => {
  const { snapshot, net } = shop()
  net.internal = true
  expect(network.judge({ ...wanted, internal: true }, snapshot).outcome).toBe('pass')
  expect(network.judge({ ...wanted, internal: false }, snapshot)).toMatchObject({
    outcome: 'fail',
    observed: 'network shop-net, driver bridge, internal',
  })
  expect(network.judge(wanted, snapshot).outcome).toBe('pass')
  net.internal = false
  expect(network.judge({ ...wanted, internal: true }, snapshot)).toMatchObject({
    outcome: 'fail',
    observed: 'network shop-net, driver bridge, not internal',
  })
})

test('two networks of one name fail: nobody can tell which is meant', () => {
  const { snapshot, host, net } = shop()
  host.networks.push({ ...net, id: 'other' })
  expect(network.judge(wanted, snapshot)).toMatchObject({
    outcome: 'fail',
    observed: 'several networks are named shop-net',
  })
})

test('a network without its bridge in the kernel is a claim', () => {
  const { snapshot, host, net } = shop()
  host.links = host.links.filter((link) => link.name !== net.bridge)
  expect(network.judge(wanted, snapshot)).toMatchObject({
    outcome: 'unobservable',
    observed: 'the engine claims what the kernel does not show: no bridge br-1af9bda7476e behind network shop-net',
  })
})

test("an engine that does not answer is not the learner's failure", () => {
  const { snapshot, host } = shop()
  host.engine = { reachable: false, reason: 'no socket' }
  expect(network.judge(wanted, snapshot)).toMatchObject({
    outcome: 'unobservable',
    observed: 'the engine of host-1 does not answer: no socket',
  })
})

test('the account of the engine is compared field by field', () => {
  const { snapshot, net } = shop()
  Object.assign(net, {
    driver: 'overlay',
    bridge: '',
    attachable: true,
    options: { encrypted: 'false', parent: 'eth0' },
  })
  const given = {
    name: 'shop-net',
    subnet: '172.18.0.0/16',
    gateway: '172.18.0.1',
    attachable: true,
    options: { parent: 'eth0' },
  }
  expect(network.judge({ ...given, encrypted: true }, snapshot).outcome).toBe('pass')
  expect(network.judge({ ...given, encrypted: false }, snapshot)).toMatchObject({
    outcome: 'fail',
    observed: expect.stringContaining('encrypted'),
  })
  expect(network.judge({ ...given, subnet: '10.0.0.0/24' }, snapshot).outcome).toBe('fail')
  expect(network.judge({ ...given, attachable: false }, snapshot).outcome).toBe('fail')
  expect(network.judge({ ...given, options: { parent: 'eth1' } }, snapshot)).toMatchObject({
    observed: expect.stringContaining('parent=eth0'),
  })
})

test('absence can be wanted', () => {
  expect(network.judge({ name: 'gone', absent: true }, shop().snapshot).outcome).toBe('pass')
  expect(network.judge({ name: 'shop-net', absent: true }, shop().snapshot).outcome).toBe('fail')
})
