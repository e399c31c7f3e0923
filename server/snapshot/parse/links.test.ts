import { expect, test } from 'vitest'
import { linkList, routeList } from './links.ts'

const plain = { promiscuity: 0, mode: '', vni: 0, vxlanPort: 0 }

test('a bridge, its port and addresses are read as the kernel has them', () => {
  const links = linkList.parse([
    {
      ifindex: 11,
      ifname: 'br-1af9bda7476e',
      flags: ['BROADCAST', 'MULTICAST', 'UP', 'LOWER_UP'],
      mtu: 1400,
      operstate: 'UP',
      address: '02:42:28:be:ee:1b',
      linkinfo: { info_kind: 'bridge', info_data: { forward_delay: 1500 } },
      addr_info: [
        { family: 'inet', local: '172.18.0.1', prefixlen: 16, scope: 'global' },
        { family: 'inet6', local: 'fe80::42', prefixlen: 64, scope: 'link' },
      ],
    },
    {
      ifindex: 15,
      link_index: 14,
      ifname: 'vethc968abb',
      flags: ['BROADCAST', 'MULTICAST'],
      mtu: 1500,
      master: 'br-1af9bda7476e',
      address: '3e:0c:35:ec:b7:06',
      link_netnsid: 2,
      linkinfo: { info_kind: 'veth', info_slave_kind: 'bridge' },
      addr_info: [],
    },
  ])
  expect(links).toEqual([
    {
      name: 'br-1af9bda7476e',
      index: 11,
      peerIndex: 0,
      mtu: 1400,
      up: true,
      mac: '02:42:28:be:ee:1b',
      master: '',
      kind: 'bridge',
      addresses: [{ address: '172.18.0.1', prefixLength: 16 }],
      addresses6: [{ address: 'fe80::42', prefixLength: 64 }],
      ...plain,
    },
    {
      name: 'vethc968abb',
      index: 15,
      peerIndex: 14,
      mtu: 1500,
      up: false,
      mac: '3e:0c:35:ec:b7:06',
      master: 'br-1af9bda7476e',
      kind: 'veth',
      addresses: [],
      addresses6: [],
      ...plain,
    },
  ])
})

test('two ends in one namespace name each other instead of giving an index', () => {
  const pair = [
    { ifindex: 4, ifname: 'left', link: 'right', mtu: 1500 },
    { ifindex: 5, ifname: 'right', link: 'left', mtu: 1500 },
  ]
  expect(linkList.parse(pair).map((link) => link.peerIndex)).toEqual([5, 4])
})

test('routes are read, with and without a gateway', () => {
  expect(
    routeList.parse([
      { dst: 'default', gateway: '172.18.0.1', dev: 'eth0', flags: [] },
      { dst: '172.18.0.0/16', dev: 'eth0', protocol: 'kernel', prefsrc: '172.18.0.3', flags: [] },
    ]),
  ).toEqual([
    { destination: 'default', gateway: '172.18.0.1', device: 'eth0' },
    { destination: '172.18.0.0/16', gateway: '', device: 'eth0' },
  ])
})

test('a VXLAN has its number and port, a macvlan its mode and parent', () => {
  expect(
    linkList.parse([
      {
        ifindex: 2,
        ifname: 'vxlan0',
        mtu: 1450,
        linkinfo: { info_kind: 'vxlan', info_data: { id: 4097, port: 4789 } },
      },
      {
        ifindex: 25,
        link_index: 17,
        ifname: 'eth0',
        promiscuity: 1,
        mtu: 1500,
        linkinfo: { info_kind: 'macvlan', info_data: { mode: 'bridge' } },
      },
    ]),
  ).toMatchObject([
    { kind: 'vxlan', vni: 4097, vxlanPort: 4789 },
    { kind: 'macvlan', mode: 'bridge', peerIndex: 17, promiscuity: 1, vni: 0 },
  ])
})
