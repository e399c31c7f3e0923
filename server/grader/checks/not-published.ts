import { z } from 'zod'
import * as fields from '../fields.ts'
import { dnatTo } from '../rules.ts'
import { fail, pass } from '../scene.ts'
import { list } from '../sight.ts'
import { stateCheck } from '../state-check.ts'

const params = z
  .strictObject({
    container: fields.container,
    port: fields.port.optional().describe('Port inside the container; any port when left out.'),
    host: fields.host,
  })
  .describe('A running container publishes nothing, or not this port.')

export const notPublished = stateCheck<z.infer<typeof params>>({
  name: 'not-published',
  params,
  needs: ['containers', 'interfaces', 'iptables'],
  expected: ({ container, port }) => `${container} does not publish ${port ? `port ${port}` : 'any port'}`,
  evidence: ({ container }) => `docker port ${container}; iptables -t nat -S | grep DNAT`,
  judge({ container: name, port }, scene) {
    const container = scene.container(name)
    const claimed = container.published.filter((one) => !port || one.containerPort === port)
    if (claimed.length > 0) {
      return fail(`${name} publishes ${list(claimed.map((one) => `${one.hostPort} → ${one.containerPort}`))}`)
    }
    const addresses = container.links.flatMap((link) => link.addresses.map((own) => own.address))
    const rules = dnatTo(scene.host, addresses).filter(
      ({ toDestination }) => !port || !toDestination.includes(':') || toDestination.endsWith(`:${port}`),
    )
    if (rules.length > 0)
      return fail(`a DNAT rule leads port ${rules[0]!.destinationPort} to ${rules[0]!.toDestination}`)
    return pass('no port, no DNAT rule')
  },
})
