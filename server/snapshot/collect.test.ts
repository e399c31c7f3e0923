import { expect, test } from 'vitest'
import type { ProbeAnswer, ProbeRequest } from '../lab-host/driver.ts'
import { collect } from './collect.ts'
import { type Fact, facts, type Question } from './snapshot.ts'

const id = 'a'.repeat(64)
const net = '1af9bda7476e'.padEnd(64, '0')
const place = { name: 'host-1', addresses: { lan: '10.200.4.2' }, lanMtu: { lan: 1400 } }
const dns: Question = { ask: 'dns', host: 'host-1', container: 'api', name: 'redis' }
const needs: Fact[] = ['containers', 'interfaces', 'routes', 'files', 'iptables', 'container-iptables']
const http: Question = { ask: 'http', host: 'host-1', port: 8123, path: '/health' }

/** A host with one running container. Each test spoils what it is about. */
class Machine {
  rounds: ProbeRequest[][] = []
  paths: Record<string, unknown> = {
    '/version': { Version: '26.1.5' },
    '/networks': [{ Id: net, Name: 'shop-net', Driver: 'bridge', Scope: 'local' }],
    '/containers/json?all=1': [{ Id: id, State: 'running' }],
    [`/containers/${id}/json`]: {
      Id: id,
      Name: '/api',
      State: { Running: true, Pid: 7 },
      Config: {},
      HostConfig: {},
      NetworkSettings: { Networks: {} },
    },
  }
  pids: Record<string, number[]> = { [id]: [7, 9] }
  programs: Record<string, (argv: string[]) => Partial<{ code: number; stdout: string; stderr: string }>> = {
    ip: () => ({ stdout: '[{"ifindex":2,"ifname":"eth0","mtu":1400}]' }),
    sh: () => ({ stdout: '*nat\n:DOCKER - [0:0]\n-A DOCKER -j RETURN\n#v6\n*filter\n:FORWARD DROP [0:0]\n' }),
    dig: () => ({ stdout: ';; status: NXDOMAIN' }),
  }
  resolvConf: string | null = 'nameserver 10.200.4.1\n'
  lanGet: ProbeAnswer = { op: 'lan-get', status: 200, body: 'ok', from: '172.18.0.3:8080' }

  look = async (_host: string, requests: ProbeRequest[]): Promise<ProbeAnswer[]> => {
    this.rounds.push(requests)
    return requests.map((request) => this.#answer(request))
  }

  collect(...questions: Question[]) {
    return collect(this.look, [place], { needs, questions: () => questions })
  }

  #answer(request: ProbeRequest): ProbeAnswer {
    if (request.op === 'api') return { op: 'api', responses: request.paths.map((path) => this.#response(path)) }
    if (request.op === 'pids') return { op: 'pids', pids: this.pids, netns: { '': 1, [id]: 2 } }
    if (request.op === 'lan-get') return this.lanGet
    if (request.op !== 'read' && request.op !== 'exec') return { error: 'not asked here' }
    if (request.container && !this.pids[request.container]) return { error: 'the kernel shows no process' }
    if (request.op === 'read') return { op: 'read', files: [this.resolvConf, '172.17.0.4 redis\n'] }
    if (request.argv.includes('route')) return { op: 'exec', code: 0, stdout: '[]', stderr: '' }
    return { op: 'exec', code: 0, stdout: '', stderr: '', ...this.programs[request.argv[0] ?? '']?.(request.argv) }
  }

  #response(path: string) {
    const body = this.paths[path]
    if (body === undefined) return { status: 404, body: '{"message":"no such thing"}' }
    return { status: 200, body: typeof body === 'string' ? body : JSON.stringify(body) }
  }
}

test('two rounds see the host, a third asks the questions', async () => {
  const machine = new Machine()
  const snapshot = await machine.collect(dns, http)
  expect(machine.rounds).toHaveLength(3)
  expect(snapshot.hosts['host-1']).toMatchObject({
    engine: { reachable: true, version: '26.1.5' },
    networks: [{ name: 'shop-net', bridge: 'br-1af9bda7476e' }],
    links: [{ name: 'eth0', mtu: 1400 }],
    iptables: [{ family: 4, table: 'nat', chain: 'DOCKER' }],
    chains: [{ name: 'DOCKER' }, { family: 6, name: 'FORWARD', policy: 'DROP' }],
    netns: 1,
    addresses: { lan: '10.200.4.2' },
    lanMtu: { lan: 1400 },
    containers: [
      {
        name: 'api',
        inKernel: true,
        netns: 2,
        unseen: '',
        links: [{ name: 'eth0' }],
        resolver: { nameservers: ['10.200.4.1'] },
        hostsFile: [{ address: '172.17.0.4', names: ['redis'] }],
      },
    ],
  })
  expect(snapshot.answers).toEqual({
    'dns host-1 api redis': { ask: 'dns', status: 'NXDOMAIN', server: '10.200.4.1', addresses: [] },
    'http host-1 8123 /health': { ask: 'http', status: 200, body: 'ok', from: '172.18.0.3:8080' },
  })
})

test("the container's own nameservers are asked, inside its namespace; the LAN sends the request", async () => {
  const machine = new Machine()
  machine.resolvConf = 'nameserver 10.1.1.1\nnameserver not-an-address\nnameserver 10.1.1.2\n'
  await machine.collect(dns, http)
  expect(machine.rounds[2]).toEqual([
    { op: 'exec', container: id, argv: expect.arrayContaining(['dig', '@10.1.1.1', 'redis']) },
    { op: 'exec', container: id, argv: expect.arrayContaining(['dig', '@10.1.1.2', 'redis']) },
    { op: 'lan-get', url: 'http://10.200.4.2:8123/health', timeoutMs: 2000 },
  ])
})

test('a container that only the engine knows of is not in the kernel, and nothing is asked of it', async () => {
  const machine = new Machine()
  machine.pids = {}
  const snapshot = await machine.collect(dns)
  expect(snapshot.hosts['host-1']?.containers).toMatchObject([{ running: true, inKernel: false, links: [] }])
  expect(snapshot.answers).toEqual({})
})

test('only what is needed is asked for', async () => {
  const machine = new Machine()
  const bare = await collect(machine.look, [place], { needs: [], questions: () => [] })
  expect(machine.rounds.map((round) => round.map(({ op }) => op))).toEqual([['api']])
  expect(bare.hosts['host-1']).toMatchObject({ networks: [{ name: 'shop-net' }], containers: [], links: [] })
  machine.rounds = []
  await collect(machine.look, [place], { needs: ['containers', 'sockets'], questions: () => [] })
  const programs = machine.rounds.flat().flatMap((request) => (request.op === 'exec' ? [request.argv[0]] : []))
  expect(programs).toEqual(['ss', 'ss'])
  expect(new Set(facts).size).toBe(facts.length)
})

test("processes of others, in a container's place or among its own, are seen through", async () => {
  const machine = new Machine()
  machine.pids = { [id]: [3, 4] }
  const replaced = await machine.collect()
  expect(replaced.hosts['host-1']?.containers).toMatchObject([{ running: true, inKernel: false, links: [] }])
  machine.pids = { [id]: [3, 7] }
  const among = await machine.collect()
  expect(among.hosts['host-1']?.containers).toMatchObject([
    { inKernel: true, unseen: 'there is a process among its own that did not begin in it' },
  ])
})

test('a stopped container is not looked into', async () => {
  const machine = new Machine()
  machine.paths['/containers/json?all=1'] = [{ Id: id, State: 'exited' }]
  await machine.collect()
  expect(machine.rounds[1]?.map((request) => request.op)).toEqual(['pids', 'api'])
})

test('a container that goes while being looked at is left out', async () => {
  const machine = new Machine()
  delete machine.paths[`/containers/${id}/json`]
  const snapshot = await machine.collect()
  expect(snapshot.hosts['host-1']).toMatchObject({ engine: { reachable: true }, containers: [] })
})

test('a namespace that cannot be looked into says why', async () => {
  const machine = new Machine()
  machine.programs.sh = () => ({ code: machine.rounds.length > 1 ? 1 : 0, stderr: 'no memory\n' })
  const snapshot = await machine.collect()
  expect(snapshot.hosts['host-1']?.containers).toMatchObject([
    { inKernel: true, unseen: 'iptables-save exited with 1: no memory' },
  ])
})

test.each([
  ['/networks', 'garbage', 'the list of networks is not as expected: no JSON'],
  ['/networks', [{ Id: 1 }], 'the list of networks is not as expected: 0.Id: '],
  ['/version', '"'.repeat(5_000_000), 'the version is not as expected: 5000000 characters'],
  ['/containers/json?all=1', [{ Id: '../x', State: 'running' }], 'the list of containers is not as expected'],
  [`/containers/${id}/json`, { Id: id }, 'is not as expected: Name'],
])('an engine that answers %s with nonsense is not trusted', async (path, body, reason) => {
  const machine = new Machine()
  machine.paths[path] = body
  const { hosts } = await machine.collect()
  expect(hosts['host-1']).toMatchObject({
    engine: { reachable: false, reason: expect.stringContaining(reason) },
    networks: [],
    containers: [],
    links: [],
  })
})

test('an engine without an answer is unreachable, and nothing is asked', async () => {
  const look = async (_host: string, requests: ProbeRequest[]): Promise<ProbeAnswer[]> =>
    requests.map((request) =>
      request.op === 'api' ? { error: 'api: no such file' } : { op: 'exec', code: 0, stdout: '', stderr: '' },
    )
  const snapshot = await collect(look, [place], { needs, questions: () => [dns, http] })
  expect(snapshot.hosts['host-1']?.engine).toEqual({ reachable: false, reason: 'api: no such file' })
  expect(snapshot.answers).toEqual({})
})

test('a probe that throws or says too little is a reason, not a crash', async () => {
  const thrown = await collect(() => Promise.reject(new Error('gone')), [place], { needs, questions: () => [] })
  expect(thrown.hosts['host-1']?.engine).toEqual({ reachable: false, reason: 'gone' })
  const short = await collect(async () => [], [place], { needs, questions: () => [] })
  expect(short.hosts['host-1']?.engine).toEqual({ reachable: false, reason: 'the probe gave no answer' })
})

test('nobody answering on the LAN is an answer; a fault of asking is an error', async () => {
  const machine = new Machine()
  machine.lanGet = { op: 'lan-get', detail: 'Connection refused' }
  expect((await machine.collect(http)).answers['http host-1 8123 /health']).toEqual({
    ask: 'none',
    detail: 'Connection refused',
  })
  machine.lanGet = { error: 'lan-get: broken' }
  expect((await machine.collect(http)).answers['http host-1 8123 /health']).toEqual({
    ask: 'error',
    error: 'lan-get: broken',
  })
})

test('each host is looked at by itself', async () => {
  const machine = new Machine()
  const look = (host: string, requests: ProbeRequest[]) =>
    host === 'host-2' ? Promise.reject(new Error('down')) : machine.look(host, requests)
  const { hosts } = await collect(look, [place, { ...place, name: 'host-2' }], { needs, questions: () => [] })
  expect(hosts['host-1']?.engine.reachable).toBe(true)
  expect(hosts['host-2']?.engine.reachable).toBe(false)
})
