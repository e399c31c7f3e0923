import { z } from 'zod'
import * as fields from '../fields.ts'
import { chain, descriptionFields, family, matches, rulesOf, table } from '../rules.ts'
import { Absent, unobservable } from '../scene.ts'
import { stateAnswer } from '../state-answer.ts'

const params = z
  .strictObject({ chain, table, family, ...descriptionFields, host: fields.host })
  .describe('The number of a rule within its chain, counted from 1; of any rule where several fit.')

export const ruleNumber = stateAnswer<z.infer<typeof params>>({
  name: 'rule-number',
  params,
  needs: ['iptables'],
  wanted: ({ chain: name, table: of }) => `the number of one rule in chain ${name} of table ${of ?? 'filter'}`,
  accepted({ chain: name, table: of, family: version, host: _host, ...wanted }, scene) {
    const numbers = rulesOf(scene.host, name, of, version).flatMap((rule, index) =>
      matches(rule, wanted) ? [String(index + 1)] : [],
    )
    if (numbers.length === 0) throw new Absent(unobservable(`${name} has no such rule now`))
    return numbers
  },
  evidence: ({ chain: name, table: of, family: version }) =>
    `ip${version === 6 ? '6' : ''}tables -t ${of ?? 'filter'} -nvL ${name} --line-numbers`,
})
