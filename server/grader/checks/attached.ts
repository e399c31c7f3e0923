import { z } from 'zod'
import type { Container, HostSnapshot, Network } from '../../snapshot/snapshot.ts'
import { defineCheck } from '../check.ts'
import * as fields from '../fields.ts'
import { CLAIM, endpointOn, hostOf, interfaceOn, list, networkNamed, report, runningContainer } from '../sight.ts'

const params = z
  .strictObject({
    containers: z.array(fields.container).min(1).describe('Names of the containers; every one must be attached.'),
    to: fields.network,
    only: z.boolean().optional().describe('True: they must be on no other network.'),
    host: fields.host,
  })
  .describe('Running containers are attached to a network.')

type Params = z.infer<typeof params>
type Verdict = { outcome: 'pass' | 'fail' | 'unobservable'; observed: string }

export const attached = defineCheck<Params>({
  name: 'attached',
  params,
  needs: ['containers', 'interfaces'],
  questions: () => [],
  judge({ containers, to, only, host: hostName }, snapshot) {
    const expected = `${list(containers)} on network ${to}${only ? ' and on no other' : ''}`
    const evidence = `docker inspect -f '{{.Name}} {{json .NetworkSettings.Networks}}' ${containers.join(' ')}`
    const { missing } = report(expected, evidence)
    const host = hostOf(snapshot, hostName)
    if (!('value' in host)) return missing(host)
    const network = networkNamed(host.value, to)
    if (!('value' in network)) return missing(network)
    const verdicts = containers.map((name) => judgeOne(host.value, network.value, name, only === true))
    const outcome =
      (['fail', 'unobservable'] as const).find((bad) => verdicts.some((one) => one.outcome === bad)) ?? 'pass'
    const observed = verdicts.filter((one) => one.outcome === outcome).map((one) => one.observed)
    return { outcome, expected, observed: observed.join('; '), evidence }
  },
})

function judgeOne(host: HostSnapshot, network: Network, name: string, only: boolean): Verdict {
  const found = runningContainer(host, name)
  if (!('value' in found)) return found
  const container = found.value
  const where = `${name} is on ${list(container.endpoints.map((endpoint) => endpoint.network))}`
  if (!endpointOn(container, network)) return { outcome: 'fail', observed: where }
  const also = container.endpoints.map((endpoint) => endpoint.network).filter((other) => other !== network.name)
  if (only && also.length > 0) return { outcome: 'fail', observed: `${name} is also on ${list(also)}` }
  const link = interfaceOn(host, container, network)
  if (!link) return { outcome: 'unobservable', observed: `${CLAIM}: ${name} has no interface on ${network.name}` }
  const others = only ? extraInterfaces(container, link.name) : []
  if (others.length > 0) {
    return {
      outcome: 'unobservable',
      observed: `${CLAIM}: ${name} also has ${list(others)}, of which the engine is silent`,
    }
  }
  return { outcome: 'pass', observed: where }
}

function extraInterfaces(container: Container, expected: string): string[] {
  return container.links
    .filter((link) => link.up && link.addresses.length > 0 && link.name !== 'lo' && link.name !== expected)
    .map((link) => link.name)
}
