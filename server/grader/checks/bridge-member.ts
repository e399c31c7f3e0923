import { z } from 'zod'
import * as fields from '../fields.ts'
import { Absent, fail, pass, type Scene } from '../scene.ts'
import { hostEnd, list } from '../sight.ts'
import { stateCheck } from '../state-check.ts'

const params = z
  .strictObject({
    bridge: z.string().optional().describe('Name of the bridge on the host.'),
    network: fields.network.optional().describe('Bridge network whose bridge is meant.'),
    interface: z.string().optional().describe('Interface of the host that must be plugged in.'),
    container: fields.container.optional().describe('Container one of whose interfaces must be plugged in.'),
    host: fields.host,
  })
  .refine(({ bridge, network }) => (bridge === undefined) !== (network === undefined), {
    error: 'either `bridge` or `network`',
  })
  .refine((given) => (given.interface === undefined) !== (given.container === undefined), {
    error: 'either `interface` or `container`',
  })
  .describe('Something is plugged into a bridge.')

export const bridgeMember = stateCheck<z.infer<typeof params>>({
  name: 'bridge-member',
  params,
  needs: ['containers', 'interfaces'],
  expected: (given) =>
    `${given.interface ?? given.container} plugged into ${given.bridge ?? `the bridge of ${given.network}`}`,
  evidence: () => 'bridge link',
  judge(given, scene) {
    const bridge = bridgeOf(given, scene)
    const members = scene.host.links.filter(({ master }) => master === bridge).map(({ name }) => name)
    const ends = given.interface ? [given.interface] : endsOf(given.container ?? '', scene)
    const observed = `in ${bridge}: ${list(members)}`
    return ends.some((end) => members.includes(end)) ? pass(observed) : fail(observed)
  },
})

const endsOf = (container: string, scene: Scene) =>
  scene.container(container).links.flatMap((link) => hostEnd(scene.host, link)?.name ?? [])

/** The bridge that is meant, which must exist. */
export function bridgeOf({ bridge, network }: { bridge?: string; network?: string }, scene: Scene): string {
  const name = bridge ?? scene.network(network ?? '').bridge
  if (scene.host.links.some((link) => link.name === name && link.kind === 'bridge')) return name
  const bridges = scene.host.links.filter(({ kind }) => kind === 'bridge').map((link) => link.name)
  throw new Absent(fail(`there is no bridge ${name || `behind ${network}`}; there is: ${list(bridges)}`))
}
