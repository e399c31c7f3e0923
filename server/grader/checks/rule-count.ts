import { z } from 'zod'
import * as fields from '../fields.ts'
import { chain, family, table } from '../rules.ts'
import { fail, pass } from '../scene.ts'
import { stateCheck } from '../state-check.ts'

const params = z
  .strictObject({
    max: z.int().min(0).optional().describe('At most so many.'),
    min: z.int().min(0).optional().describe('At least so many.'),
    table: table.describe('Table to count in; every table when left out.'),
    chain: chain.optional().describe('Chain to count in; every chain when left out.'),
    target: z.string().optional().describe('Count only rules that do this, e.g. DNAT.'),
    family,
    host: fields.host,
  })
  .refine(({ max, min }) => max !== undefined || min !== undefined, { error: '`max` or `min`' })
  .describe('The number of rules of iptables is within bounds.')

export const ruleCount = stateCheck<z.infer<typeof params>>({
  name: 'rule-count',
  params,
  needs: ['iptables'],
  expected: ({ max, min, target, chain: name }) =>
    `${[min !== undefined && `at least ${min}`, max !== undefined && `at most ${max}`].filter(Boolean).join(' and ')} rules${target ? ` ${target}` : ''}${name ? ` in ${name}` : ''}`,
  evidence: ({ table: of, target }) =>
    `iptables-save${of ? ` -t ${of}` : ''} | grep -c -e '^-A${target ? `.*-j ${target}` : ''}'`,
  judge({ max = Number.POSITIVE_INFINITY, min = 0, table: of, chain: name, target, family: version = 4 }, scene) {
    const count = scene.host.iptables.filter(
      (rule) =>
        rule.family === version &&
        (!of || rule.table === of) &&
        (!name || rule.chain === name) &&
        (!target || rule.target === target),
    ).length
    return count >= min && count <= max ? pass(`${count} rules`) : fail(`${count} rules`)
  },
})
