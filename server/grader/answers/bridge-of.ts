import { z } from 'zod'
import * as fields from '../fields.ts'
import { stateAnswer } from '../state-answer.ts'

const params = z
  .strictObject({ network: fields.network, host: fields.host })
  .describe("The host's bridge behind a network, e.g. docker0 or br-1a2b3c4d5e6f.")

export const bridgeOf = stateAnswer<z.infer<typeof params>>({
  name: 'bridge-of',
  params,
  needs: ['interfaces'],
  wanted: ({ network }) => `the interface of the host that is the bridge of ${network}`,
  accepted: ({ network }, scene) => [scene.bridge(network).name],
  evidence: ({ network }) =>
    `docker network inspect -f '{{slice .Id 0 12}} {{json .IPAM.Config}}' ${network}; ip -br -4 addr`,
})
