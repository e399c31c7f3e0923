import { z } from 'zod'
import * as fields from '../fields.ts'
import { fail, pass, unobservable } from '../scene.ts'
import { CLAIM, linksBehind, list } from '../sight.ts'
import { stateCheck } from '../state-check.ts'

const params = z
  .strictObject({
    network: fields.network.optional().describe('Overlay network that it carries; the one by hand when left out.'),
    vni: z.int().min(1).max(16777215).optional().describe('VXLAN network identifier. Any when left out.'),
    port: fields.port.optional().describe('UDP port. Any when left out.'),
    mtu: z.int().min(68).max(65535).optional().describe('MTU in bytes. Any when left out.'),
    host: fields.host,
  })
  .describe('There is a VXLAN interface: of an overlay network in its own namespace, or made by hand on the host.')

export const vxlan = stateCheck<z.infer<typeof params>>({
  name: 'vxlan',
  params,
  needs: ['interfaces', 'namespaces'],
  expected: ({ network, vni, port, mtu }) =>
    `a VXLAN${network ? ` behind ${network}` : ''}${[vni && ` VNI ${vni}`, port && ` port ${port}`, mtu && ` MTU ${mtu}`].filter(Boolean).join(',')}`,
  evidence: ({ network }) =>
    network ? `nsenter --net=$(ls /run/docker/netns/1-*) ip -d link show type vxlan` : 'ip -d link show type vxlan',
  judge({ network: name, vni, port, mtu }, scene) {
    const network = name === undefined ? undefined : scene.network(name)
    if (network && network.driver !== 'overlay') return fail(`${name} has the driver ${network.driver}`)
    const links = network ? linksBehind(scene.host, network) : scene.host.links
    const own = links.filter(({ kind }) => kind === 'vxlan')
    if (own.length === 0 && network) {
      return unobservable(`${CLAIM}: no namespace with a VXLAN for ${name}; does a container here use it?`)
    }
    const found = own.some(
      (link) => (!vni || link.vni === vni) && (!port || link.vxlanPort === port) && (!mtu || link.mtu === mtu),
    )
    const observed = list(own.map((link) => `${link.name}: VNI ${link.vni}, port ${link.vxlanPort}, MTU ${link.mtu}`))
    return found ? pass(observed) : fail(observed)
  },
})
