import { expect, test } from 'vitest'
import type { Answer } from '../../snapshot/snapshot.ts'
import { connect, shop } from '../testing/shop.ts'
import { resolves } from './resolves.ts'

const wanted = { from: 'api', name: 'redis', to: { container: 'redis' } }

function asked(answer: Answer, change: (world: ReturnType<typeof shop>) => unknown = () => {}) {
  const world = shop()
  world.snapshot.answers['dns host-1 api redis'] = answer
  change(world)
  return resolves.judge(wanted, world.snapshot)
}

const dns = (addresses: string[], status = 'NOERROR', server = '127.0.0.11'): Answer => ({
  ask: 'dns',
  status,
  server,
  addresses,
})

test('the name is asked from inside the container', () => {
  expect(resolves.questions(wanted, shop().snapshot)).toEqual([
    { ask: 'dns', host: 'host-1', container: 'api', name: 'redis' },
  ])
})

test("an answer with the container's address on a shared network passes", () => {
  expect(asked(dns(['172.18.0.2']))).toEqual({
    outcome: 'pass',
    expected: 'in api, DNS answers redis with the address of redis',
    observed: 'redis is 172.18.0.2, answered by 127.0.0.11',
    evidence: 'docker exec api nslookup -type=a redis',
  })
})

test('on the default bridge it says who was asked and why nobody knew', () => {
  const finding = asked(dns([], 'NXDOMAIN', '10.200.4.1'), ({ api, bridge }) => {
    api.endpoints = [{ ...api.endpoints[0]!, network: 'bridge', networkId: bridge.id }]
    api.resolver.nameservers = ['10.200.4.1']
  })
  expect(finding).toMatchObject({
    outcome: 'fail',
    observed:
      'NXDOMAIN for redis from 10.200.4.1; api is on the default bridge only, which has no embedded DNS; its resolv.conf names 10.200.4.1',
  })
})

test('a line in /etc/hosts is no answer of DNS', () => {
  const finding = asked(dns([], 'NXDOMAIN'), ({ api }) =>
    api.hostsFile.push({ address: '172.18.0.2', names: ['redis', 'b'] }),
  )
  expect(finding).toMatchObject({
    outcome: 'fail',
    observed: expect.stringContaining('/etc/hosts has 172.18.0.2 for it, a fixed line, not DNS'),
  })
})

test('a wrong line in /etc/hosts fails although DNS is right, since programs read it first', () => {
  const finding = asked(dns(['172.18.0.2']), ({ api }) =>
    api.hostsFile.push({ address: '172.17.0.2', names: ['redis'] }),
  )
  expect(finding).toMatchObject({
    outcome: 'fail',
    observed: expect.stringContaining('/etc/hosts of api names 172.17.0.2'),
  })
})

test('the address of another container fails, and says whose it is', () => {
  expect(asked(dns(['172.17.0.2']))).toMatchObject({
    outcome: 'fail',
    observed: 'redis is 172.17.0.2, the address of metrics',
  })
})

test('one right address among several does not pass', () => {
  expect(asked(dns(['172.18.0.2', '172.18.0.3']))).toMatchObject({
    outcome: 'fail',
    observed: 'redis is 172.18.0.3, the address of api',
  })
})

test('the address on a network that is not shared fails', () => {
  const finding = asked(dns(['172.17.0.4']), ({ host, redis, bridge }) =>
    connect(host, redis, bridge, '172.17.0.4', 20),
  )
  expect(finding).toMatchObject({
    outcome: 'fail',
    observed: 'redis is 172.17.0.4, the address of redis on a network that is not shared',
  })
})

test('an empty answer and silence fail', () => {
  expect(asked(dns([]))).toMatchObject({
    outcome: 'fail',
    observed: 'no address for redis from 127.0.0.11; api is on shop-net',
  })
  expect(asked({ ask: 'none', detail: '127.0.0.11 does not answer' })).toMatchObject({
    outcome: 'fail',
    observed: 'no answer for redis: 127.0.0.11 does not answer; api is on shop-net',
  })
})

test('a question that could not be put is unobservable', () => {
  expect(asked({ ask: 'error', error: 'dig: no end after 3 s' })).toMatchObject({
    outcome: 'unobservable',
    observed: 'could not ask: dig: no end after 3 s',
  })
})

test('a target that does not run fails', () => {
  expect(asked(dns(['172.18.0.2']), ({ redis }) => Object.assign(redis, { running: false }))).toMatchObject({
    outcome: 'fail',
    observed: 'redis is not running',
  })
})

test('an address that only the engine gives to the target is a claim', () => {
  const finding = asked(dns(['172.18.0.2']), ({ redis }) => Object.assign(redis, { links: [] }))
  expect(finding).toMatchObject({
    outcome: 'unobservable',
    observed: 'the engine claims what the kernel does not show: redis has no interface with 172.18.0.2',
  })
})

test('a name that several share leads to all of them and to nobody else', () => {
  const { snapshot, api } = shop()
  api.endpoints[0]!.aliases.push('redis')
  const all = { from: 'api', name: 'redis', to: { containers: ['redis', 'api'] } }
  const answer = (...addresses: string[]) => {
    snapshot.answers['dns host-1 api redis'] = { ask: 'dns', status: 'NOERROR', server: '127.0.0.11', addresses }
    return resolves.judge(all, snapshot)
  }
  expect(answer('172.18.0.3', '172.18.0.2').outcome).toBe('pass')
  expect(answer('172.18.0.2')).toMatchObject({ outcome: 'fail', observed: expect.stringContaining('without api') })
  expect(answer('172.18.0.3', '172.18.0.2', '172.18.0.9').outcome).toBe('fail')
})

test('a name may have to lead to an address', () => {
  const { snapshot } = shop()
  const to = (address: string) => resolves.judge({ from: 'api', name: 'redis', to: { address } }, snapshot).outcome
  expect([to('172.18.0.2'), to('10.0.0.1')]).toEqual(['pass', 'fail'])
})

test('a name that only somebody else answers fails, whether on a shared network or on the default bridge', () => {
  const alias = { ...wanted, name: 'store' }
  const { snapshot, redis } = shop()
  snapshot.answers['dns host-1 api store'] = dns(['172.18.0.2'])
  expect(resolves.judge(alias, snapshot)).toMatchObject({
    outcome: 'fail',
    observed: expect.stringContaining('the engine knows no store'),
  })
  redis.endpoints[0]!.aliases.push('store')
  expect(resolves.judge(alias, snapshot).outcome).toBe('pass')
  const onDefault = asked(dns(['172.17.0.9'], 'NOERROR', '10.200.4.1'), (world) => {
    for (const [container, address] of [
      [world.api, '172.17.0.8'],
      [world.redis, '172.17.0.9'],
    ] as const) {
      container.endpoints = []
      connect(world.host, container, world.bridge, address, address === '172.17.0.8' ? 30 : 40)
    }
  })
  expect(onDefault).toMatchObject({ outcome: 'fail', observed: expect.stringContaining('the engine knows no redis') })
})

test('names with their network, with capitals, of a link and of an id are names of the engine', () => {
  for (const name of ['redis.shop-net', 'Redis', 'b'.repeat(12), 'linked']) {
    const { snapshot, api } = shop()
    api.endpoints[0]!.links.push('redis:linked')
    snapshot.answers[`dns host-1 api ${name}`] = dns(['172.18.0.2'])
    expect([name, resolves.judge({ ...wanted, name }, snapshot).outcome]).toEqual([name, 'pass'])
  }
})

test('a container of another host is found by its address there', () => {
  const { snapshot, host, net, api, redis } = shop()
  const overlay = { ...net, bridge: '' }
  host.networks = [overlay]
  host.containers = [api]
  const there = { ...host, containers: [redis] }
  snapshot.hosts['host-2'] = there
  const across = { ...wanted, to: { container: 'redis', host: 'host-2' } }
  expect(resolves.judge(across, snapshot).outcome).toBe('pass')
  expect(resolves.judge(wanted, snapshot).outcome).toBe('fail')
  there.containers = []
  expect(resolves.judge(across, snapshot)).toMatchObject({
    outcome: 'fail',
    observed: 'there is no container redis; there is: none',
  })
})
