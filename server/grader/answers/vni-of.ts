import { z } from 'zod'
import { defineAnswer } from '../check.ts'
import * as fields from '../fields.ts'
import { CLAIM, hostOf, linksBehind, networkNamed } from '../sight.ts'

const params = z
  .strictObject({ network: fields.network, host: fields.host })
  .describe("The VXLAN network identifier of an overlay network, as the host's kernel has it.")

export const vniOf = defineAnswer<z.infer<typeof params>>({
  name: 'vni-of',
  params,
  needs: ['namespaces'],
  wanted: ({ network }) => `the VNI that carries ${network}`,
  expected({ network: name, host: hostName }, snapshot) {
    const host = hostOf(snapshot, hostName)
    if (!('value' in host)) return { unobservable: host.observed }
    const network = networkNamed(host.value, name)
    if (!('value' in network)) return { unobservable: network.observed }
    const vnis = linksBehind(host.value, network.value).flatMap(({ kind, vni }) => (kind === 'vxlan' ? [`${vni}`] : []))
    return vnis.length > 0 ? { accepted: vnis } : { unobservable: `${CLAIM}: no VXLAN for ${name}` }
  },
  evidence: ({ network }) => `docker network inspect -f '{{json .Options}}' ${network}`,
})
