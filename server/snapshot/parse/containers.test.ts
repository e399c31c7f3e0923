import { expect, test } from 'vitest'
import { containerDetail, containerList } from './containers.ts'

const id = 'ef1be2d2b829'.padEnd(64, '0')
const raw = {
  Id: id,
  Name: '/api',
  State: { Status: 'running', Running: true, Pid: 867 },
  Config: { Image: 'api', Env: ['REDIS_URL=redis://redis:6379/?a=b', 'EMPTY=', 'BARE'] },
  HostConfig: { NetworkMode: 'shop-net', Links: null },
  NetworkSettings: {
    Ports: {
      '8080/tcp': [
        { HostIp: '0.0.0.0', HostPort: '8123' },
        { HostIp: '::', HostPort: '8123' },
      ],
      '9090/tcp': null,
    },
    Networks: {
      'shop-net': {
        Aliases: null,
        NetworkID: '1af9',
        Gateway: '172.18.0.1',
        IPAddress: '172.18.0.3',
        IPPrefixLen: 16,
        MacAddress: '02:42:ac:12:00:03',
      },
    },
  },
}

test('the list says which there are and which of them run', () => {
  expect(
    containerList.parse([
      { Id: id, State: 'running', Names: ['/api'] },
      { Id: 'f'.repeat(64), State: 'exited' },
    ]),
  ).toEqual([
    { id, running: true },
    { id: 'f'.repeat(64), running: false },
  ])
})

test('an id that is none never gets into a path', () => {
  expect(containerList.safeParse([{ Id: '../../networks', State: 'running' }]).success).toBe(false)
})

test('name, state, environment, endpoints and published ports are read', () => {
  expect(containerDetail.parse(raw)).toMatchObject({
    id,
    name: 'api',
    running: true,
    pid: 867,
    image: 'api',
    networkMode: 'shop-net',
    env: { REDIS_URL: 'redis://redis:6379/?a=b', EMPTY: '', BARE: '' },
    legacyLinks: [],
    endpoints: [
      {
        network: 'shop-net',
        networkId: '1af9',
        address: '172.18.0.3',
        prefixLength: 16,
        gateway: '172.18.0.1',
        mac: '02:42:ac:12:00:03',
        aliases: [],
        links: [],
      },
    ],
    published: [
      { containerPort: 8080, protocol: 'tcp', hostAddress: '0.0.0.0', hostPort: 8123 },
      { containerPort: 8080, protocol: 'tcp', hostAddress: '::', hostPort: 8123 },
    ],
  })
})

test('addresses come from Networks alone, whatever older engines repeat beside it', () => {
  const settings = { ...raw.NetworkSettings, Networks: {}, IPAddress: '172.17.0.2' }
  expect(containerDetail.parse({ ...raw, NetworkSettings: settings }).endpoints).toEqual([])
})

test('a stopped container has no process', () => {
  expect(containerDetail.parse({ ...raw, State: { Running: false, Pid: 867 } })).toMatchObject({
    running: false,
    pid: 0,
  })
})

test('what no engine says is refused', () => {
  for (const broken of [
    null,
    {},
    { ...raw, Name: null },
    { ...raw, State: 'running' },
    { ...raw, Config: { Env: [1] } },
  ]) {
    expect(containerDetail.safeParse(broken).success).toBe(false)
  }
})
