import { expect, test } from 'vitest'
import { gradeAnswer, optionsOf } from '../grade.ts'
import { dnatRule, link, type Shop, shop } from '../testing/shop.ts'
import { answers } from './index.ts'

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

const outcome = (name: string, params: unknown, text: string, { snapshot }: Shop) =>
  gradeAnswer({ name, params }, text, snapshot).outcome

test('the target of a port is the one that the rules give, with the port behind it', () => {
  const target = { hostPort: 8123 }
  expect(outcome('dnat-target', target, '172.18.0.3:8080', shop())).toBe('pass')
  expect(outcome('dnat-target', target, 'to:172.18.0.3:8080', shop())).toBe('pass')
  expect(outcome('dnat-target', target, '172.18.0.3', shop())).toBe('fail')
  expect(outcome('dnat-target', target, '172.18.0.3:8123', shop())).toBe('fail')
})

test('a target without a port keeps the port', () => {
  const scene = shop()
  scene.host.iptables.push(dnatRule(9000, '172.18.0.2', { chain: 'PREROUTING' }))
  expect(outcome('dnat-target', { hostPort: 9000 }, '172.18.0.2:9000', scene)).toBe('pass')
})

test('of two rules for a port the first one counts, and one that the LAN cannot meet does not', () => {
  const scene = shop()
  scene.host.iptables.push(dnatRule(8123, '172.18.0.2:6379'))
  scene.host.iptables.unshift(
    dnatRule(8123, '172.17.0.2:1', { destination: '127.0.0.1/32' }),
    dnatRule(8123, '172.17.0.2:2', { chain: 'NOWHERE' }),
  )
  expect(outcome('dnat-target', { hostPort: 8123 }, '172.18.0.3:8080', scene)).toBe('pass')
  expect(outcome('dnat-target', { hostPort: 8123 }, '172.18.0.2:6379', scene)).toBe('fail')
})

test('a port that no rule sends elsewhere cannot be asked for', () => {
  const use = { name: 'dnat-target', params: { hostPort: 80 } }
  expect(gradeAnswer(use, '172.18.0.3:80', shop().snapshot)).toMatchObject({
    outcome: 'unobservable',
    observed: 'no rule sends port 80 elsewhere',
  })
})

test('behind a port is the container that has the address in the kernel, whatever the engine publishes', () => {
  const scene = shop()
  scene.host.iptables.push(dnatRule(9000, '172.18.0.2:6379', { chain: 'PREROUTING' }))
  expect(outcome('container-behind', { hostPort: 9000 }, 'redis', scene)).toBe('pass')
  expect(outcome('container-behind', { hostPort: 9000 }, 'b'.repeat(12), scene)).toBe('pass')
  expect(outcome('container-behind', { hostPort: 9000 }, 'api', scene)).toBe('fail')
  scene.redis.links = []
  expect(outcome('container-behind', { hostPort: 9000 }, 'redis', scene)).toBe('unobservable')
})

test('the bridge of a network is the one that the kernel has', () => {
  const scene = shop()
  expect(outcome('bridge-of', { network: 'shop-net' }, 'br-1af9bda7476e', scene)).toBe('pass')
  expect(outcome('bridge-of', { network: 'bridge' }, 'docker0', scene)).toBe('pass')
  expect(outcome('bridge-of', { network: 'shop-net' }, 'docker0', scene)).toBe('fail')
  scene.host.links = scene.host.links.filter(({ name }) => name !== scene.net.bridge)
  expect(outcome('bridge-of', { network: 'shop-net' }, 'br-1af9bda7476e', scene)).toBe('unobservable')
})

test('a network without a bridge, and one that is not there, cannot be asked for', () => {
  const scene = shop()
  scene.net.bridge = ''
  expect(outcome('bridge-of', { network: 'shop-net' }, '', scene)).toBe('unobservable')
  expect(outcome('gateway-of', { network: 'other' }, '172.18.0.1', scene)).toBe('unobservable')
})

test("the host's address on a network is the first one of its bridge, with and without its prefix length", () => {
  const scene = shop()
  scene.host.links.push(
    link({
      name: 'br-own',
      index: 30,
      kind: 'bridge',
      addresses: [
        { address: '172.18.0.1', prefixLength: 16 },
        { address: '172.18.9.9', prefixLength: 16 },
      ],
    }),
  )
  scene.net.bridge = 'br-own'
  expect(outcome('gateway-of', { network: 'shop-net' }, '172.18.0.1', scene)).toBe('pass')
  expect(outcome('gateway-of', { network: 'shop-net' }, '172.18.0.1/16', scene)).toBe('pass')
  expect(outcome('gateway-of', { network: 'shop-net' }, '172.18.9.9', scene)).toBe('fail')
  expect(outcome('gateway-of', { network: 'bridge' }, '172.17.0.1', scene)).toBe('unobservable')
})

test('a rule has the number that iptables prints before it', () => {
  const scene = shop()
  const docker = { chain: 'DOCKER', table: 'nat' }
  expect(outcome('rule-number', { ...docker, port: 8123 }, '2', scene)).toBe('pass')
  expect(outcome('rule-number', { ...docker, port: 8123 }, '1', scene)).toBe('fail')
  expect(outcome('rule-number', { ...docker, target: 'DROP' }, '1', scene)).toBe('unobservable')
  scene.host.iptables.unshift(dnatRule(8123, '172.18.0.2:1', { family: 6 }), dnatRule(9000, '172.18.0.2:1'))
  expect(outcome('rule-number', { ...docker, port: 8123 }, '3', scene)).toBe('pass')
})

test('what a wrong number is told does not describe the rule', () => {
  const use = { name: 'rule-number', params: { chain: 'DOCKER', table: 'nat', target: 'DNAT' } }
  expect(JSON.stringify(gradeAnswer(use, '1', shop().snapshot))).not.toContain('DNAT')
})

test('rules are counted in a chain, in a table, and by what they do', () => {
  const scene = shop()
  scene.host.chains.push({ family: 4, table: 'nat', name: 'DOCKER', policy: '' })
  expect(outcome('rules-in', {}, '3', scene)).toBe('pass')
  expect(outcome('rules-in', { chain: 'DOCKER', table: 'nat' }, '2', scene)).toBe('pass')
  expect(outcome('rules-in', { table: 'nat', target: 'DNAT' }, '1', scene)).toBe('pass')
  expect(outcome('rules-in', { table: 'filter' }, '0', scene)).toBe('pass')
  expect(outcome('rules-in', { chain: 'DOCKER-USER' }, '0', scene)).toBe('unobservable')
  expect(outcome('rules-in', { family: 6 }, '0', scene)).toBe('unobservable')
})

test.each(answers.filter(({ options }) => !options))(
  '$name says in one line what is wanted, and how to see it',
  ({ wanted, evidence }) => {
    const all = { container: 'api', network: 'shop-net', hostPort: 8123, chain: 'DOCKER', table: 'nat', target: 'DNAT' }
    for (const text of [wanted(all), evidence(all)]) expect(text).toMatch(/^[^\n]{5,}$/)
    expect(`${wanted(all)} ${evidence(all)}`).not.toContain('undefined')
  },
)

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

const cause = {
  name: 'choice',
  params: {
    right: 'mtu',
    options: {
      mtu: { says: 'The tunnel carries less.', otherwise: 'small answers would come, large ones would not.' },
      dns: { says: 'The name is not known.', otherwise: 'nslookup would say NXDOMAIN.' },
      rule: { says: 'A rule drops it.', otherwise: 'the counter of a DROP would grow.' },
      down: { says: 'Nobody listens.', otherwise: 'the connection would be refused.' },
    },
  },
}

test('of several options the right one passes, and a wrong one is told what would be seen if it were so', () => {
  const { snapshot } = shop()
  expect(gradeAnswer(cause, ' MTU ', snapshot)).toMatchObject({ outcome: 'pass', observed: 'you answered MTU' })
  expect(gradeAnswer(cause, 'dns', snapshot)).toMatchObject({
    outcome: 'fail',
    observed: 'you answered dns. Not so: nslookup would say NXDOMAIN.',
  })
  expect(gradeAnswer(cause, 'cable', snapshot)).toMatchObject({
    outcome: 'fail',
    observed: 'you answered cable. That is none of the options',
  })
})

test('a wrong pick does not tell the right one apart from the others', () => {
  const other = { ...cause, params: { ...cause.params, right: 'rule' } }
  const { snapshot } = shop()
  expect(gradeAnswer(cause, 'dns', snapshot)).toEqual(gradeAnswer(other, 'dns', snapshot))
})

test('options are shown in their order, without what is said of them later', () => {
  const task = { id: 'cause', title: 'Why?', latch: false, hints: [], checks: [], answer: cause }
  expect(optionsOf(task)?.map(({ id }) => id)).toEqual(['mtu', 'dns', 'rule', 'down'])
  expect(JSON.stringify(optionsOf(task))).not.toContain('would')
  expect(optionsOf({ ...task, answer: veth })).toBeUndefined()
})
