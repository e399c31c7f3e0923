import { z } from 'zod'
import type { PublishedPort } from '../../snapshot/snapshot.ts'
import * as fields from '../fields.ts'
import { dnatTo } from '../rules.ts'
import { fail, pass, unobservable } from '../scene.ts'
import { CLAIM, list } from '../sight.ts'
import { stateCheck } from '../state-check.ts'

const EVERYWHERE = ['', '0.0.0.0', '::']

const params = z
  .strictObject({
    container: fields.container,
    port: fields.port.describe('Port inside the container.'),
    hostPort: fields.port.optional().describe('Port on the host. Any when left out.'),
    address: z
      .union([z.literal('any'), fields.address], { error: 'any, or an IP address' })
      .optional()
      .describe(
        'Address of the host that it is bound to: one address, or any for all of them. Not looked at when left out.',
      ),
    protocol: fields.protocol,
    host: fields.host,
  })
  .describe('A port of a container is published on its host.')

export const published = stateCheck<z.infer<typeof params>>({
  name: 'published',
  params,
  needs: ['containers', 'interfaces', 'iptables', 'sockets'],
  expected: ({ container, port, hostPort, address, protocol }) =>
    `port ${port}/${protocol ?? 'tcp'} of ${container} published${hostPort ? ` as ${hostPort}` : ''}${address ? ` on ${address}` : ''}`,
  evidence: ({ container }) => `docker port ${container}`,
  judge({ container: name, port, hostPort, address, protocol = 'tcp' }, scene) {
    const container = scene.container(name)
    const own = container.published.filter((one) => one.containerPort === port && one.protocol === protocol)
    const fitting = own.filter(
      (one) => (!hostPort || one.hostPort === hostPort) && (!address || isBoundTo(one, address)),
    )
    const words = (one: PublishedPort) =>
      `${one.hostAddress || '*'}:${one.hostPort} → ${one.containerPort}/${one.protocol}`
    if (fitting.length === 0) return fail(`${name} publishes ${list(container.published.map(words))}`)
    const ports = fitting.map((one) => one.hostPort)
    const addresses = container.links.flatMap((link) => link.addresses.map((own) => own.address))
    const ruled = dnatTo(scene.host, addresses).some((rule) => ports.includes(rule.destinationPort))
    const listened = scene.host.sockets.some((socket) => ports.includes(socket.port) && socket.protocol === protocol)
    if (!ruled && !listened) return unobservable(`${CLAIM}: no rule and no socket for port ${list(ports.map(String))}`)
    return pass(list([...new Set(fitting.map(words))]))
  },
})

const isBoundTo = ({ hostAddress }: PublishedPort, wanted: string) =>
  wanted === 'any' ? EVERYWHERE.includes(hostAddress) : hostAddress === wanted
