import { z } from 'zod'
import * as fields from '../fields.ts'
import { chain, description, family, matches, rulesOf, table, wordsOf } from '../rules.ts'
import { fail, pass } from '../scene.ts'
import { stateCheck } from '../state-check.ts'

const params = z
  .strictObject({
    chain,
    table,
    family,
    first: description.describe('The rule that must come first.'),
    second: description.describe('The rule that must come after it.'),
    host: fields.host,
  })
  .describe('In a chain of iptables one rule comes before another.')

export const ruleOrder = stateCheck<z.infer<typeof params>>({
  name: 'rule-order',
  params,
  needs: ['iptables'],
  expected: ({ chain: name, first, second }) => `in ${name}, (${wordsOf(first)}) before (${wordsOf(second)})`,
  evidence: ({ chain: name, table: of }) => `iptables -t ${of ?? 'filter'} -L ${name} -n --line-numbers`,
  judge({ chain: name, table: of, family: version, first, second }, scene) {
    const rules = rulesOf(scene.host, name, of, version)
    const [one, other] = [first, second].map((wanted) => rules.findIndex((rule) => matches(rule, wanted)))
    if (one === undefined || one < 0) return fail(`${name} has no rule (${wordsOf(first)})`)
    if (other === undefined || other < 0) return fail(`${name} has no rule (${wordsOf(second)})`)
    return one < other
      ? pass(`rules ${one + 1} and ${other + 1}`)
      : fail(`(${wordsOf(second)}) is rule ${other + 1}, before (${wordsOf(first)}), rule ${one + 1}`)
  },
})
