import { z } from 'zod'
import type { Network } from '../../snapshot/snapshot.ts'
import { defineCheck } from '../check.ts'
import * as fields from '../fields.ts'
import { CLAIM, hostOf, list, networkNamed, report } from '../sight.ts'

const params = z
  .strictObject({
    name: fields.network,
    driver: z.string().optional().describe('Driver that it must have, e.g. bridge. Any when left out.'),
    internal: z.boolean().optional().describe('Whether it must be (true) or must not be (false) internal.'),
    subnet: z.string().optional().describe('Subnet that it must have, e.g. 10.5.0.0/24. Any when left out.'),
    gateway: fields.address.optional().describe('Gateway that it must have. Any when left out.'),
    range: z.string().optional().describe('Part of the subnet from which addresses are given out (`--ip-range`).'),
    attachable: z.boolean().optional().describe('Whether containers that are no service may attach (overlay).'),
    encrypted: z
      .boolean()
      .optional()
      .describe('Whether it must be (true) or must not be (false) encrypted. The option counts whatever its value.'),
    ipv6: z.boolean().optional().describe('Whether it must have IPv6 (true) or must not (false).'),
    options: z
      .record(z.string(), z.union([z.string(), z.number()]))
      .optional()
      .describe('Driver options that it must have, e.g. { parent: eth0 }.'),
    absent: z.literal(true).optional().describe('true: there must be no network of this name.'),
    host: fields.host,
  })
  .describe('A Docker network of this name exists.')

type Params = z.infer<typeof params>

export const network = defineCheck<Params>({
  name: 'network',
  params,
  needs: ['interfaces'],
  questions: () => [],
  judge(wanted, snapshot) {
    const { name, driver, internal, host: hostName } = wanted
    const kind = [internal === true ? 'internal' : internal === false ? 'not internal' : '', driver ?? '']
      .join(' ')
      .trim()
    const more = [kind, ...wishes(wanted)].filter(Boolean).join(', ')
    const wish = wanted.absent ? `no network ${name}` : `a network ${name}${more && ` (${more})`}`
    const { pass, fail, unobservable, missing } = report(wish, `docker network inspect ${name}`)
    const host = hostOf(snapshot, hostName)
    if (!('value' in host)) return missing(host)
    if (wanted.absent) {
      return host.value.networks.some((one) => one.name === name)
        ? fail(`there is a network ${name}`)
        : pass('there is none')
    }
    const found = networkNamed(host.value, name)
    if (!('value' in found)) return missing(found)
    const seen = found.value
    const inward = seen.internal ? ', internal' : internal ? ', not internal' : ''
    const observed = `network ${name}, driver ${seen.driver}${inward}`
    if (driver !== undefined && seen.driver !== driver) return fail(observed)
    if (internal !== undefined && seen.internal !== internal) return fail(observed)
    const odd = oddities(wanted, seen)
    if (odd.length > 0) return fail(`${observed}, ${odd.join(', ')}`)
    if (seen.bridge && !host.value.links.some((link) => link.name === seen.bridge && link.kind === 'bridge')) {
      return unobservable(`${CLAIM}: no bridge ${seen.bridge} behind network ${name}`)
    }
    return pass(observed)
  },
})

function wishes({ subnet, gateway, range, attachable, encrypted, ipv6, options }: Params): string[] {
  const yesNo = (wish: boolean | undefined, word: string) => (wish === undefined ? '' : wish ? word : `not ${word}`)
  const pairs = Object.entries(options ?? {}).map(([key, value]) => `${key}=${value}`)
  const named = [subnet && `subnet ${subnet}`, gateway && `gateway ${gateway}`, range && `range ${range}`]
  const flags = [yesNo(attachable, 'attachable'), yesNo(encrypted, 'encrypted'), yesNo(ipv6, 'with IPv6')]
  return [...named, ...flags, ...pairs].flatMap((word) => word || [])
}

/** What is otherwise than wanted, in words. */
function oddities(wanted: Params, seen: Network): string[] {
  const odd: string[] = []
  const lacks = (key: 'subnet' | 'gateway' | 'range') =>
    wanted[key] !== undefined && !seen.subnets.some((own) => own[key] === wanted[key])
  for (const key of ['subnet', 'gateway', 'range'] as const) {
    if (lacks(key)) odd.push(`${key} ${list(seen.subnets.map((own) => own[key] || 'none'))}`)
  }
  // The presence of the key turns encryption on; its value is not read.
  const encrypted = 'encrypted' in seen.options
  if (wanted.encrypted !== undefined && wanted.encrypted !== encrypted)
    odd.push(encrypted ? 'encrypted' : 'not encrypted')
  for (const flag of ['attachable', 'ipv6'] as const) {
    if (wanted[flag] !== undefined && wanted[flag] !== seen[flag]) odd.push(`${seen[flag] ? '' : 'not '}${flag}`)
  }
  for (const [key, value] of Object.entries(wanted.options ?? {})) {
    const has = Object.hasOwn(seen.options, key) ? seen.options[key] : undefined
    if (has !== String(value)) odd.push(has === undefined ? `no option ${key}` : `${key}=${has}`)
  }
  return odd
}
