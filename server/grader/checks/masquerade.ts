import { z } from 'zod'
import * as fields from '../fields.ts'
import { metFrom } from '../rules.ts'
import { fail, pass } from '../scene.ts'
import { list } from '../sight.ts'
import { stateCheck } from '../state-check.ts'

const params = z
  .strictObject({
    network: fields.network,
    absent: z.literal(true).optional().describe('true: nothing may rewrite its source addresses.'),
    host: fields.host,
  })
  .describe("What leaves a network for elsewhere takes its host's address.")

export const masquerade = stateCheck<z.infer<typeof params>>({
  name: 'masquerade',
  params,
  needs: ['iptables'],
  expected: ({ network, absent }) =>
    absent
      ? `packets leave ${network} with their own address`
      : `packets that leave ${network} take the host's address`,
  evidence: () => 'iptables -t nat -S POSTROUTING',
  judge({ network: name, absent }, scene) {
    const network = scene.network(name)
    const subnets = network.subnets.map(({ subnet }) => subnet)
    const rules = metFrom(scene.host, 'POSTROUTING', 'nat').filter(
      ({ target, source, out }) =>
        ['MASQUERADE', 'SNAT'].includes(target) &&
        subnets.includes(source) &&
        (out === '' || out.startsWith('!') || out !== network.bridge),
    )
    const observed = rules.length > 0 ? rules[0]!.text : `no such rule for ${list(subnets)}`
    return rules.length > 0 === (absent !== true) ? pass(observed) : fail(observed)
  },
})
