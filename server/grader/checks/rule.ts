import { z } from 'zod'
import * as fields from '../fields.ts'
import { chain, descriptionFields, family, matches, rulesOf, table, wordsOf } from '../rules.ts'
import { fail, pass } from '../scene.ts'
import { list } from '../sight.ts'
import { stateCheck } from '../state-check.ts'

const params = z
  .strictObject({
    chain,
    table,
    family,
    ...descriptionFields,
    absent: z.literal(true).optional().describe('true: there must be no such rule.'),
    host: fields.host,
  })
  .describe('A chain of iptables has a rule. Prefer a check of what the rule does: reaches, not-reaches, docker-user.')

export const rule = stateCheck<z.infer<typeof params>>({
  name: 'rule',
  params,
  needs: ['iptables'],
  expected: ({ chain: name, table: of, family: _family, absent, host: _host, ...wanted }) =>
    `${absent ? 'no' : 'a'} rule in ${of ?? 'filter'} ${name} (${wordsOf(wanted)})`,
  evidence: ({ chain: name, table: of, family: version }) =>
    `ip${version === 6 ? '6' : ''}tables -t ${of ?? 'filter'} -S ${name}`,
  judge({ chain: name, table: of, family: version, absent, host: _host, ...wanted }, scene) {
    const all = rulesOf(scene.host, name, of, version)
    const found = all.find((one) => matches(one, wanted))
    const observed = found?.text ?? `${name} has: ${list(all.map(({ text }) => text))}`
    return (found !== undefined) === (absent !== true) ? pass(observed) : fail(observed)
  },
})
