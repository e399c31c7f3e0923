import { z } from 'zod'
import * as fields from '../fields.ts'
import { fail, pass } from '../scene.ts'
import { list } from '../sight.ts'
import { stateCheck } from '../state-check.ts'
import { bridgeOf } from './bridge-member.ts'

const params = z
  .strictObject({
    bridge: z.string().optional().describe('Name of the bridge on the host.'),
    network: fields.network.optional().describe('Bridge network whose bridge is meant.'),
    container: fields.container.describe('Container whose address the bridge must have learnt from a frame.'),
    host: fields.host,
  })
  .refine(({ bridge, network }) => (bridge === undefined) !== (network === undefined), {
    error: 'either `bridge` or `network`',
  })
  .describe('A bridge has learnt the MAC address of a container. It forgets after 300 s: latch the task.')

export const learntMac = stateCheck<z.infer<typeof params>>({
  name: 'learnt-mac',
  params,
  needs: ['containers', 'interfaces', 'neighbours'],
  expected: ({ bridge, network, container }) =>
    `${bridge ?? `the bridge of ${network}`} has learnt the MAC of ${container}`,
  evidence: () => 'bridge fdb show | grep -v permanent',
  judge(given, scene) {
    const bridge = bridgeOf(given, scene)
    const macs = scene.container(given.container).links.map(({ mac }) => mac)
    const learnt = scene.host.fdb.filter((entry) => entry.bridge === bridge && entry.learnt)
    const observed = `learnt in ${bridge}: ${list(learnt.map(({ mac, device }) => `${mac} at ${device}`))}`
    return learnt.some(({ mac }) => macs.includes(mac)) ? pass(observed) : fail(observed)
  },
})
