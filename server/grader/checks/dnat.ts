import { z } from 'zod'
import { defineCheck } from '../check.ts'
import * as fields from '../fields.ts'
import { incomingDnat } from '../rules.ts'
import { CLAIM, hostOf, list, report, runningContainer } from '../sight.ts'

const params = z
  .strictObject({
    container: fields.container,
    port: fields.port.describe('Port inside the container.'),
    hostPort: fields.port.optional().describe('Port on the host. Any when left out.'),
    host: fields.host,
  })
  .describe("The host's iptables send a TCP port to the container's present address.")

export const dnat = defineCheck<z.infer<typeof params>>({
  name: 'dnat',
  params,
  needs: ['containers', 'interfaces', 'iptables'],
  questions: () => [],
  judge({ container: name, port, hostPort, host: hostName }, snapshot) {
    const expected = `iptables send ${hostPort ? `port ${hostPort}` : 'a port'} of the host to port ${port} of ${name}`
    const { pass, fail, unobservable, missing } = report(expected, 'iptables -t nat -nvL DOCKER')
    const host = hostOf(snapshot, hostName)
    if (!('value' in host)) return missing(host)
    const container = runningContainer(host.value, name)
    if (!('value' in container)) return missing(container)
    const rules = incomingDnat(host.value).filter((rule) => !hostPort || rule.destinationPort === hostPort)
    const leadsTo = (addresses: string[]) =>
      rules.find((rule) => addresses.some((address) => rule.toDestination === `${address}:${port}`))
    const present = container.value.links.flatMap((link) => link.addresses.map((own) => own.address))
    const rule = leadsTo(present)
    if (rule) return pass(`port ${rule.destinationPort} → ${rule.toDestination}, which is ${name}`)
    const claimed = leadsTo(container.value.endpoints.map((endpoint) => endpoint.address))
    if (claimed) return unobservable(`${CLAIM}: ${name} has no interface with ${claimed.toDestination}`)
    const there = rules.map((other) => `port ${other.destinationPort} → ${other.toDestination}`)
    return fail(`${name} has ${list(present.filter((own) => own !== '127.0.0.1'))}; DNAT rules: ${list(there)}`)
  },
})
