import { z } from 'zod'
import { defineAnswer } from '../check.ts'
import * as fields from '../fields.ts'
import { CLAIM, hostEnd, hostOf, runningContainer } from '../sight.ts'

const params = z
  .strictObject({ container: fields.container, host: fields.host })
  .describe("The host's end of a container's veth pair; of any of them where it has several.")

export const vethOf = defineAnswer<z.infer<typeof params>>({
  name: 'veth-of',
  params,
  needs: ['containers', 'interfaces'],
  wanted: ({ container }) => `the interface on the host that is the other end of ${container}'s`,
  expected({ container: name, host: hostName }, snapshot) {
    const host = hostOf(snapshot, hostName)
    if (!('value' in host)) return { unobservable: host.observed }
    const container = runningContainer(host.value, name)
    if (!('value' in container)) return { unobservable: container.observed }
    const ends = container.value.links.flatMap((link) => hostEnd(host.value, link)?.name ?? [])
    return ends.length > 0 ? { accepted: ends } : { unobservable: `${CLAIM}: ${name} has no veth to this host` }
  },
  evidence: ({ container }) => `docker exec ${container} ip -o link; ip -o link show type veth`,
})
