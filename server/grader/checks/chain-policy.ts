import { z } from 'zod'
import * as fields from '../fields.ts'
import { chain, family, table } from '../rules.ts'
import { fail, pass } from '../scene.ts'
import { stateCheck } from '../state-check.ts'

const params = z
  .strictObject({
    chain: chain.describe('A built-in chain, e.g. FORWARD.'),
    table,
    family,
    policy: z.enum(['ACCEPT', 'DROP']).describe('What happens to a packet that no rule decides on.'),
    host: fields.host,
  })
  .describe('A built-in chain of iptables has a policy.')

export const chainPolicy = stateCheck<z.infer<typeof params>>({
  name: 'chain-policy',
  params,
  needs: ['iptables'],
  expected: ({ chain: name, policy }) => `policy ${policy} of ${name}`,
  evidence: ({ chain: name, table: of, family: version }) =>
    `ip${version === 6 ? '6' : ''}tables -t ${of ?? 'filter'} -S ${name} | head -1`,
  judge({ chain: name, table: of = 'filter', family: version = 4, policy }, scene) {
    const own = scene.host.chains.filter((one) => one.name === name && one.table === of && one.family === version)
    // Without the table nothing is dropped. Where rules come by two ways, one that drops is enough.
    const seen = own.some((one) => one.policy === 'DROP') ? 'DROP' : 'ACCEPT'
    return seen === policy ? pass(`policy ${seen}`) : fail(`policy ${seen}`)
  },
})
