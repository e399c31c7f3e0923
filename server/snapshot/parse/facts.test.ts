import { expect, test } from 'vitest'
import { parseChains } from './iptables.ts'
import { fdbList, neighbourList } from './neighbours.ts'
import { nftChainList } from './nftables.ts'
import { parseSockets } from './sockets.ts'
import { serviceList, swarmInfo, taskList, toServices } from './swarm.ts'

test('listening sockets are read with their programs', () => {
  const printed = `udp UNCONN 0      0         0.0.0.0:4789  0.0.0.0:*
udp UNCONN 0      0      127.0.0.11:50227 0.0.0.0:* users:(("dockerd",pid=42,fd=34))
tcp LISTEN 0      4096      0.0.0.0:8225  0.0.0.0:* users:(("docker-proxy",pid=746,fd=4),("docker-proxy",pid=747,fd=4))
tcp LISTEN 0      4096         [::]:8225     [::]:* users:(("docker-proxy",pid=752,fd=4))
udp UNCONN 0 0 10.0.0.1%eth0:68 0.0.0.0:*
`
  expect(parseSockets(printed)).toEqual([
    { protocol: 'udp', address: '0.0.0.0', port: 4789, owners: [] },
    { protocol: 'udp', address: '127.0.0.11', port: 50227, owners: ['dockerd'] },
    { protocol: 'tcp', address: '0.0.0.0', port: 8225, owners: ['docker-proxy'] },
    { protocol: 'tcp', address: '[::]', port: 8225, owners: ['docker-proxy'] },
    { protocol: 'udp', address: '10.0.0.1', port: 68, owners: [] },
  ])
})

test('a forwarding entry is learnt where a frame made it', () => {
  const printed = [
    { mac: '2e:5a:63:76:05:6b', ifname: 'veth95a97ab', flags: [], master: 'docker0', state: 'permanent' },
    { mac: '02:42:ac:11:00:03', ifname: 'veth95a97ab', flags: [], master: 'docker0', state: '' },
    { mac: '33:33:00:00:00:01', ifname: 'veth95a97ab', flags: ['self'], state: 'permanent' },
    { mac: '02:42:0a:00:01:04', ifname: 'vxlan0', dst: '10.200.0.3', flags: ['self'], state: 'permanent' },
  ]
  expect(fdbList.parse(printed).map(({ learnt, remote }) => [learnt, remote])).toEqual([
    [false, ''],
    [true, ''],
    [false, ''],
    [false, '10.200.0.3'],
  ])
})

test('neighbours are read with their state', () => {
  const printed = [
    { dst: '172.17.0.3', dev: 'docker0', lladdr: '02:42:ac:11:00:03', state: ['STALE'] },
    { dst: '10.0.0.9', dev: 'eth0', state: ['FAILED'] },
  ]
  expect(neighbourList.parse(printed)).toEqual([
    { address: '172.17.0.3', device: 'docker0', mac: '02:42:ac:11:00:03', state: 'STALE' },
    { address: '10.0.0.9', device: 'eth0', mac: '', state: 'FAILED' },
  ])
})

test('chains of nftables count their rules', () => {
  const printed = {
    nftables: [
      { metainfo: { version: '1.1.3' } },
      { table: { family: 'ip', name: 'nat' } },
      { chain: { family: 'ip', table: 'nat', name: 'PREROUTING', hook: 'prerouting', prio: -100, policy: 'accept' } },
      { chain: { family: 'ip', table: 'nat', name: 'DOCKER' } },
      { rule: { family: 'ip', table: 'nat', chain: 'DOCKER', handle: 4, expr: [] } },
    ],
  }
  expect(nftChainList.parse(printed)).toEqual([
    { family: 'ip', table: 'nat', name: 'PREROUTING', hook: 'prerouting', policy: 'accept', rules: 0 },
    { family: 'ip', table: 'nat', name: 'DOCKER', hook: '', policy: '', rules: 1 },
  ])
})

test('only built-in chains have a policy', () => {
  expect(parseChains('*filter\n:FORWARD DROP [0:0]\n:DOCKER-USER - [0:0]\nCOMMIT\n', 4)).toEqual([
    { family: 4, table: 'filter', name: 'FORWARD', policy: 'DROP' },
    { family: 4, table: 'filter', name: 'DOCKER-USER', policy: '' },
  ])
})

test('services are read with what runs of them', () => {
  expect(swarmInfo.parse({ Swarm: { LocalNodeState: 'active', ControlAvailable: true, Nodes: 2 } })).toMatchObject({
    active: true,
    manager: true,
    nodes: 2,
  })
  expect(swarmInfo.parse({ Swarm: { LocalNodeState: 'inactive', ControlAvailable: false } }).active).toBe(false)
  const services = serviceList.parse([
    {
      ID: 's1',
      Spec: {
        Name: 'web',
        Mode: { Replicated: { Replicas: 3 } },
        TaskTemplate: { ContainerSpec: { Image: 'web:latest@sha256:00' }, Networks: [{ Target: 'n1' }] },
        EndpointSpec: {
          Mode: 'dnsrr',
          Ports: [{ Protocol: 'tcp', TargetPort: 80, PublishedPort: 8000, PublishMode: 'host' }],
        },
      },
    },
  ])
  const tasks = taskList.parse([
    { ServiceID: 's1', Status: { State: 'running' } },
    { ServiceID: 's1', Status: { State: 'pending' } },
    { ServiceID: 's2', Status: { State: 'running' } },
  ])
  expect(toServices(services, tasks, new Map([['n1', 'ov']]))).toEqual([
    {
      name: 'web',
      mode: 'replicated',
      replicas: 3,
      running: 1,
      image: 'web:latest',
      networks: ['ov'],
      endpointMode: 'dnsrr',
      published: [{ port: 8000, target: 80, protocol: 'tcp', mode: 'host' }],
    },
  ])
})
