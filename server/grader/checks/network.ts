import { z } from 'zod'
import { defineCheck } from '../check.ts'
import * as fields from '../fields.ts'
import { CLAIM, hostOf, networkNamed, report } from '../sight.ts'

const params = z
  .strictObject({
    name: fields.network,
    driver: z.string().optional().describe('Driver that it must have, e.g. bridge. Any when left out.'),
    internal: z.boolean().optional().describe('Whether it must be (true) or must not be (false) internal.'),
    host: fields.host,
  })
  .describe('A Docker network of this name exists.')

export const network = defineCheck({
  name: 'network',
  params,
  questions: () => [],
  judge({ name, driver, internal, host: hostName }, snapshot) {
    const kind = [internal === true ? 'internal' : internal === false ? 'not internal' : '', driver ?? '']
      .join(' ')
      .trim()
    const expected = `a network ${name}${kind && ` (${kind})`}`
    const { pass, fail, unobservable, missing } = report(expected, `docker network inspect ${name}`)
    const host = hostOf(snapshot, hostName)
    if (!('value' in host)) return missing(host)
    const found = networkNamed(host.value, name)
    if (!('value' in found)) return missing(found)
    const seen = found.value
    const observed = `network ${name}, driver ${seen.driver}${seen.internal ? ', internal' : ''}`
    if (driver !== undefined && seen.driver !== driver) return fail(observed)
    if (internal !== undefined && seen.internal !== internal) return fail(observed)
    if (seen.bridge && !host.value.links.some((link) => link.name === seen.bridge && link.kind === 'bridge')) {
      return unobservable(`${CLAIM}: no bridge ${seen.bridge} behind network ${name}`)
    }
    return pass(observed)
  },
})
