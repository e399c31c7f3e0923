import { z } from 'zod'
import * as fields from '../fields.ts'
import { sentTo } from '../rules.ts'
import { stateAnswer } from '../state-answer.ts'

const params = z
  .strictObject({ hostPort: fields.port.describe('Port on the host.'), host: fields.host })
  .describe('Where iptables send a packet from the LAN to a TCP port of the host: `address:port`.')

export const dnatTarget = stateAnswer<z.infer<typeof params>>({
  name: 'dnat-target',
  params,
  needs: ['iptables'],
  wanted: ({ hostPort }) => `the address and the port, as address:port, to which iptables send port ${hostPort}`,
  accepted({ hostPort }, scene) {
    const { address, port } = sentTo(scene, hostPort)
    return [`${address}:${port}`, `to:${address}:${port}`]
  },
  evidence: ({ hostPort }) => `iptables -t nat -S | grep -e '--dport ${hostPort} '`,
})
