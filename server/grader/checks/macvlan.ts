import { z } from 'zod'
import * as fields from '../fields.ts'
import { fail, pass } from '../scene.ts'
import { list } from '../sight.ts'
import { stateCheck } from '../state-check.ts'
import { linksOf } from './interface.ts'

const params = z
  .strictObject({
    container: fields.container.optional().describe('Container that has it; the host when left out (a shim).'),
    parent: z.string().min(1).describe('Interface of the host that it sits on.'),
    mode: z.enum(['bridge', 'private', 'vepa', 'passthru']).optional().describe('Any when left out.'),
    address: fields.address.optional().describe('Address that it must have. Any when left out.'),
    host: fields.host,
  })
  .describe('There is a macvlan interface on a parent.')

export const macvlan = stateCheck<z.infer<typeof params>>({
  name: 'macvlan',
  params,
  needs: ['containers', 'interfaces'],
  expected: ({ container, parent, mode, address }) =>
    `${container ?? 'the host'} has a macvlan on ${parent}${mode ? ` in mode ${mode}` : ''}${address ? ` with ${address}` : ''}`,
  evidence: ({ container }) => `${container ? `docker exec ${container} ` : ''}ip -d link show type macvlan`,
  judge({ container, parent, mode, address }, scene) {
    const all = linksOf({ container }, scene)
    const own = all.filter(({ kind }) => kind === 'macvlan')
    const parentOf = (index: number) =>
      scene.host.links.find((link) => link.index === index)?.name ?? `interface ${index}`
    const found = own.some(
      (link) =>
        parentOf(link.peerIndex) === parent &&
        (!mode || link.mode === mode) &&
        (!address || link.addresses.some((one) => one.address === address)),
    )
    const observed =
      own.length > 0
        ? list(own.map((link) => `${link.name} on ${parentOf(link.peerIndex)}, mode ${link.mode}`))
        : `no macvlan; there is: ${list(all.map(({ name, kind }) => `${name} ${kind}`.trim()))}`
    return found ? pass(observed) : fail(observed)
  },
})
