import { z } from 'zod'
import * as fields from '../fields.ts'
import { metFrom, rulesOf } from '../rules.ts'
import { fail, pass } from '../scene.ts'
import { list } from '../sight.ts'
import { stateCheck } from '../state-check.ts'

const params = z
  .strictObject({
    active: z.boolean().optional().describe('false: ufw must be off. true when left out.'),
    allows: fields.port.optional().describe('Port to which it must let packets in.'),
    denies: fields.port.optional().describe('Port that a rule of it must keep closed.'),
    host: fields.host,
  })
  .describe('ufw is on, as the rules in the kernel show.')

export const ufw = stateCheck<z.infer<typeof params>>({
  name: 'ufw',
  params,
  needs: ['iptables'],
  expected: ({ active, allows, denies }) =>
    active === false
      ? 'ufw is off'
      : ['ufw is on', allows && `allows ${allows}`, denies && `denies ${denies}`].filter(Boolean).join(', '),
  evidence: () => 'ufw status verbose',
  judge({ active, allows, denies }, scene) {
    const on = metFrom(scene.host, 'INPUT', 'filter').some(
      ({ chain }) => chain === 'ufw-user-input' || chain === 'ufw-before-input',
    )
    if (active === false) return on ? fail('ufw is on') : pass('ufw is off')
    if (!on) return fail('ufw is off')
    const rules = rulesOf(scene.host, 'ufw-user-input')
    const has = (port: number, targets: string[]) =>
      rules.some((rule) => rule.destinationPort === port && targets.includes(rule.target))
    const observed = `ufw is on; its rules: ${list(rules.map(({ text }) => text))}`
    if (allows && !has(allows, ['ACCEPT'])) return fail(observed)
    if (denies && !has(denies, ['DROP', 'REJECT'])) return fail(observed)
    return pass(observed)
  },
})
