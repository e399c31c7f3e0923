import { z } from 'zod'
import * as fields from '../fields.ts'
import { sentTo } from '../rules.ts'
import { Absent, unobservable } from '../scene.ts'
import { stateAnswer } from '../state-answer.ts'

const params = z
  .strictObject({ hostPort: fields.port.describe('Port on the host.'), host: fields.host })
  .describe('The container to which iptables send a TCP port of the host, published or not; by name or id.')

const SHORT_ID = 12

export const containerBehind = stateAnswer<z.infer<typeof params>>({
  name: 'container-behind',
  params,
  needs: ['containers', 'interfaces', 'iptables'],
  wanted: ({ hostPort }) => `the name of the container to which iptables send port ${hostPort}`,
  accepted({ hostPort }, scene) {
    const { address } = sentTo(scene, hostPort)
    const owner = scene.host.containers.find(({ links }) =>
      links.some(({ addresses }) => addresses.some((own) => own.address === address)),
    )
    if (!owner) throw new Absent(unobservable(`no container has the address ${address}`))
    return [owner.name, owner.id.slice(0, SHORT_ID), owner.id]
  },
  evidence: () =>
    'iptables -t nat -S | grep DNAT; docker network inspect $(docker network ls -q) | grep -e Name -e IPv4',
})
