import { z } from 'zod'
import * as fields from '../fields.ts'
import { chain, countCommand, counted, family, table } from '../rules.ts'
import { Absent, unobservable } from '../scene.ts'
import { stateAnswer } from '../state-answer.ts'

const params = z
  .strictObject({
    table: table.describe('Table to count in; every table when left out.'),
    chain: chain.optional().describe('Chain to count in; every chain when left out.'),
    target: z.string().optional().describe('Count only rules that do this, e.g. DNAT.'),
    family,
    host: fields.host,
  })
  .describe('How many rules of iptables there are.')

export const rulesIn = stateAnswer<z.infer<typeof params>>({
  name: 'rules-in',
  params,
  needs: ['iptables'],
  wanted: ({ table: of, chain: name, target }) =>
    `the number of rules${target ? ` with ${target}` : ''}${name ? ` in chain ${name}` : ''}${of ? ` of table ${of}` : ''}`,
  accepted(given, scene) {
    const { chain: name, family: version = 4, table: of } = given
    const there = scene.host.chains.some(
      (one) => one.family === version && (!name || one.name === name) && (!of || one.table === of),
    )
    if (!there) throw new Absent(unobservable(name ? `there is no chain ${name}` : 'there are no chains'))
    return [String(counted(scene.host, given).length)]
  },
  evidence: countCommand,
})
