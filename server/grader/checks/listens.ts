import { z } from 'zod'
import type { ListeningSocket } from '../../snapshot/snapshot.ts'
import * as fields from '../fields.ts'
import { fail, pass } from '../scene.ts'
import { list } from '../sight.ts'
import { stateCheck } from '../state-check.ts'

const ANY = ['0.0.0.0', '*', '[::]']

const params = z
  .strictObject({
    container: fields.container.optional().describe('Container to look into; the host itself when left out.'),
    port: fields.port,
    protocol: fields.protocol,
    address: z
      .union([z.enum(['any', 'loopback']), fields.address], { error: 'any, loopback, or an address' })
      .optional()
      .describe('Where it must listen: any (all addresses), loopback, or one address. Anywhere when left out.'),
    absent: z.literal(true).optional().describe('true: nobody may listen so.'),
    host: fields.host,
  })
  .describe('A program listens on a port.')

type Params = z.infer<typeof params>

export const listens = stateCheck<Params>({
  name: 'listens',
  params,
  needs: ['containers', 'sockets'],
  expected: ({ container, port, protocol, address, absent }) =>
    `${absent ? 'nobody' : 'a program'} listens on ${protocol ?? 'tcp'} port ${port}${address ? ` at ${address}` : ''} in ${container ?? 'the host'}`,
  evidence: ({ container, port }) =>
    `${container ? `nsenter -t $(docker inspect -f '{{.State.Pid}}' ${container}) -n ` : ''}ss -tuln | grep :${port}`,
  judge({ container, port, protocol, address, absent }, scene) {
    const all = container ? scene.container(container).sockets : scene.host.sockets
    const own = all.filter((socket) => socket.protocol === (protocol ?? 'tcp'))
    const there = own.filter((socket) => socket.port === port)
    const found = there.find((socket) => fits(socket, address))
    const words = (socket: ListeningSocket) =>
      `${socket.address}:${socket.port}${socket.owners[0] ? ` (${socket.owners[0]})` : ''}`
    if (found) return absent ? fail(words(found)) : pass(words(found))
    const observed = there.length > 0 ? list(there.map(words)) : `nothing on ${port}; there is: ${list(own.map(words))}`
    return absent ? pass(observed) : fail(observed)
  },
})

function fits({ address }: ListeningSocket, wanted: Params['address']): boolean {
  if (wanted === undefined) return true
  if (wanted === 'any') return ANY.includes(address)
  if (wanted === 'loopback') return address.startsWith('127.') || address === '[::1]'
  return address === wanted || address === `[${wanted}]`
}
