import { z } from 'zod'
import * as fields from '../fields.ts'
import { fail, pass } from '../scene.ts'
import { hostEnd, list } from '../sight.ts'
import { stateCheck } from '../state-check.ts'
import { linksOf } from './interface.ts'

const params = z
  .strictObject({
    container: fields.container.optional().describe('Container that one end is in.'),
    netns: z.string().optional().describe('Namespace made by `ip netns add` that one end is in.'),
    bridge: z
      .string()
      .optional()
      .describe('Bridge that the host end must be plugged into. Any, or none, when left out.'),
    host: fields.host,
  })
  .refine(({ container, netns }) => (container === undefined) !== (netns === undefined), {
    error: 'either `container` or `netns`',
  })
  .describe('A veth pair leads from a namespace to the host.')

export const vethPair = stateCheck<z.infer<typeof params>>({
  name: 'veth-pair',
  params,
  needs: ['containers', 'interfaces', 'namespaces'],
  expected: ({ container, netns, bridge }) => `a veth pair from ${container ?? netns} to ${bridge ?? 'the host'}`,
  evidence: () => 'ip -d link show type veth; bridge link',
  judge({ container, netns, bridge }, scene) {
    const pairs = linksOf({ container, netns }, scene).flatMap((link) => {
      const end = hostEnd(scene.host, link)
      return end ? [{ inside: link.name, outside: end.name, master: end.master }] : []
    })
    const observed = list(pairs.map((pair) => `${pair.inside} ↔ ${pair.outside}${pair.master && ` in ${pair.master}`}`))
    return pairs.some(({ master }) => !bridge || master === bridge) ? pass(observed) : fail(`pairs: ${observed}`)
  },
})
