import { BlockList, isIPv4 } from 'node:net'
import { z } from 'zod'
import type { Rule } from '../../snapshot/snapshot.ts'
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
    const bridges = scene.host.networks.map(({ bridge }) => bridge)
    const rules = metFrom(scene.host, 'POSTROUTING', 'nat').filter(
      (rule) =>
        ['MASQUERADE', 'SNAT'].includes(rule.target) &&
        (subnets.includes(rule.source)
          ? leaves(rule, [network.bridge])
          : subnets.some((subnet) => takesAll(rule, subnet)) && leaves(rule, [...bridges, 'lo'])),
    )
    const observed = rules.length > 0 ? rules[0]!.text : `no such rule for ${list(subnets)}`
    return rules.length > 0 === (absent !== true) ? pass(observed) : fail(observed)
  },
})

/** Whether a rule is for packets that go elsewhere than to these interfaces. */
const leaves = ({ out }: Rule, interfaces: string[]) => out === '' || out.startsWith('!') || !interfaces.includes(out)

/** Whether a rule of wider scope takes whatever comes from a subnet. One with matches of its own takes only a part. */
function takesAll({ source, destination, text }: Rule, subnet: string): boolean {
  const matches = text.replace(/ -m comment --comment ("[^"]*"|\S+)/, '')
  return destination === '' && !matches.includes(' -m ') && (source === '' || contains(source, subnet))
}

function contains(wide: string, narrow: string): boolean {
  const [base = '', bits = '32'] = wide.split('/')
  const [address = '', narrowBits = '32'] = narrow.split('/')
  if (!isIPv4(base) || !isIPv4(address)) return false
  const range = new BlockList()
  range.addSubnet(base, Number(bits))
  return Number(bits) <= Number(narrowBits) && range.check(address)
}
