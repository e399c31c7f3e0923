import { expect, test } from 'vitest'
import { parseScript } from '../script/index.ts'
import { mutantsOf, spread } from './mutants.ts'

const values = { NET: 'app-net', PORT: '8123', LAN_MTU: '1400', HOST_2_IP: '10.200.0.12', LAN_SUBNET: '10.200.0.0/24' }
const mutants = (text: string) => mutantsOf({ ...parseScript(text), name: 'solution.sh' }, values)
const bodies = (text: string, kind: string) =>
  mutants(text)
    .filter(({ id }) => id.startsWith(`${kind}-`))
    .map(({ script }) => script.sections.map(({ body }) => body.trim()).join('\n'))

test('a line is dropped and the others stay where they are', () => {
  const [mutant] = mutants('#!/bin/bash\n#@ task one\nset -e\ndocker network create \\\n  --internal "$OTHER"\nid\n')
  expect(mutant).toEqual({
    id: 'drop-4',
    line: 4,
    task: 'one',
    text: 'lines 4-5 dropped: docker network create --internal "$OTHER"',
    script: expect.objectContaining({
      name: 'drop-4',
      sections: [{ task: 'one', line: 3, body: 'set -e\n\n\nid\n\n' }],
    }),
  })
})

test('neighbours change places, over comments, and never with another section or with set', () => {
  const swaps = mutants('set -e\nip link\n# why\ncat <<E\nx\nE\n#@ task two\nset -e\nid\n').filter(({ id }) =>
    id.startsWith('swap'),
  )
  expect(swaps.map(({ id, text }) => [id, text])).toEqual([['swap-2', 'line 2 after lines 4-6: ip link']])
  expect(swaps[0]?.script.sections.map(({ body }) => body)).toEqual([
    'set -e\ncat <<E\nx\nE\n# why\nip link\n',
    'set -e\nid\n\n',
  ])
})

test('what is the same text as the solution or as another mutant is not made', () => {
  expect(mutants('id\nid\n').map(({ id }) => id)).toEqual(['drop-1', 'drop-2'])
  expect(mutants('set -e\n#@ task one\n# nothing to do\n')).toEqual([])
})

test('a port is another one: behind a colon, before one, behind an option, of a protocol', () => {
  expect(bodies('docker run -d -p 127.0.0.1:8080:80/tcp web', 'port')).toEqual([
    'docker run -d -p 127.0.0.1:8081:80/tcp web',
    'docker run -d -p 127.0.0.1:8080:81/tcp web',
  ])
  expect(bodies('iptables -I X -p tcp --dport 65535 -j DROP; sleep 10; seq 100', 'port')).toEqual([
    'iptables -I X -p tcp --dport 65534 -j DROP; sleep 10; seq 100',
  ])
  expect(bodies('docker run -p "$PORT:80" web', 'port')).toEqual([
    'docker run -p "$((PORT + 1)):80" web',
    'docker run -p "$PORT:81" web',
  ])
})

test('an address is another one of its subnet, a subnet is another one', () => {
  expect(
    bodies('ip addr add 10.1.2.254/24 dev $X; ping 10.1.2.3; ip route add 10.8.0.0/16 via $HOST_2_IP', 'address'),
  ).toEqual([
    'ip addr add 10.1.2.253/24 dev $X; ping 10.1.2.3; ip route add 10.8.0.0/16 via $HOST_2_IP',
    'ip addr add 10.1.2.254/24 dev $X; ping 10.1.2.4; ip route add 10.8.0.0/16 via $HOST_2_IP',
    'ip addr add 10.1.2.254/24 dev $X; ping 10.1.2.3; ip route add 10.9.0.0/16 via $HOST_2_IP',
    `ip addr add 10.1.2.254/24 dev $X; ping 10.1.2.3; ip route add 10.8.0.0/16 via \${HOST_2_IP%.*}.254`,
  ])
  expect(bodies('echo "$LAN_SUBNET 1.2.3"', 'address')).toEqual([])
})

test('an MTU is a smaller one', () => {
  expect(bodies('docker network create --opt com.docker.network.driver.mtu=1400 x', 'mtu')).toEqual([
    'docker network create --opt com.docker.network.driver.mtu=1300 x',
  ])
  expect(bodies('echo \'{ "mtu": 1450 }\'; ip link set x mtu $LAN_MTU', 'mtu')).toEqual([
    'echo \'{ "mtu": 1350 }\'; ip link set x mtu $LAN_MTU',
    'echo \'{ "mtu": 1450 }\'; ip link set x mtu $((LAN_MTU - 100))',
  ])
})

test('a name is another one, where a command gives or uses it; options and their values are none', () => {
  expect(bodies(`docker run -d --name api --network=\${NET} -e URL=redis://redis:6379 web`, 'name')).toEqual([
    `docker run -d --name api-2 --network=\${NET} -e URL=redis://redis:6379 web`,
    `docker run -d --name api --network=\${NET}-2 -e URL=redis://redis:6379 web`,
    `docker run -d --name api --network=\${NET} -e URL=redis://redis-2:6379 web`,
  ])
  expect(bodies('docker network create --driver bridge --internal \\\n  shop && id', 'name')).toEqual([
    'docker network create --driver bridge --internal \\\n  shop-2 && id',
  ])
  expect(bodies('docker network disconnect -f bridge web; ip link set v0 netns red', 'name')).toHaveLength(3)
})

test('the task of an answer stays; what is answered does not', () => {
  const made = mutants('answer address 10.1.1.1\n')
  expect(made.map(({ id, text }) => [id, text])).toEqual([
    ['drop-1', 'line 1 dropped: answer address 10.1.1.1'],
    ['address-1', 'line 1, 10.1.1.1 now 10.1.1.2: answer address 10.1.1.1'],
  ])
  expect(bodies('answer 10.1.1.1 x', 'address')).toEqual([])
})

test('what stands in a comment is no value', () => {
  expect(mutants('id # on 10.1.1.1:8080\n').map(({ id }) => id)).toEqual(['drop-1'])
})

test('a place inside a long command has its own line, and ids tell places of one line apart', () => {
  const made = mutants('cat > a <<E\nx: 10.1.1.1 10.1.1.2\n  # y: 10.1.1.1\nE\n')
  expect(made.map(({ id, line }) => [id, line])).toEqual([
    ['drop-1', 1],
    ['address-2', 2],
    ['address-2-2', 2],
  ])
})

test('a spread of them is from the whole list', () => {
  expect(spread([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], 3)).toEqual([0, 3, 6])
  expect(spread([0, 1], 5)).toEqual([0, 1])
  expect(spread([], 5)).toEqual([])
})
