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
        (rewrites(rule) || keeps(rule)) &&
        (subnets.includes(rule.source)
          ? leaves(rule, [network.bridge])
          : subnets.some((subnet) => takesAll(rule, subnet)) && leaves(rule, [...bridges, 'lo'])),
    )
    // Of what one rule has decided, no later one is asked.
    const end = rules.findIndex((rule) => keeps(rule) && ofAnyKind(rule))
    const first = rules
      .slice(0, end < 0 ? undefined : end)
      .find((rule) => rewrites(rule) && (absent || ofAnyKind(rule)))
    const observed = first?.text ?? rules[end]?.text ?? `no such rule for ${list(subnets)}`
    return (first !== undefined) === (absent !== true) ? pass(observed) : fail(observed)
  },
})

const rewrites = ({ target }: Rule) => ['MASQUERADE', 'SNAT'].includes(target)

/** Whether a rule leaves the source address as it is. */
const keeps = ({ chain, target }: Rule) => target === 'ACCEPT' || (target === 'RETURN' && chain === 'POSTROUTING')

/** Whether packets of every protocol to every destination are meant. */
const ofAnyKind = ({ protocol, destination }: Rule) => ['', 'all'].includes(protocol) && destination === ''

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
