import { z } from 'zod'
import * as fields from '../fields.ts'
import { fail, pass, unobservable } from '../scene.ts'
import { stateCheck } from '../state-check.ts'

const params = z
  .strictObject({ container: fields.container, host: fields.host })
  .describe("A container shares its host's network namespace.")

export const hostMode = stateCheck<z.infer<typeof params>>({
  name: 'host-mode',
  params,
  needs: ['containers'],
  expected: ({ container }) => `${container} in the network namespace of its host`,
  evidence: ({ container }) => `docker inspect -f '{{.HostConfig.NetworkMode}}' ${container}; readlink /proc/1/ns/net`,
  judge({ container: name }, scene) {
    const container = scene.container(name)
    if (!container.netns || !scene.host.netns) return unobservable('the network namespaces could not be seen')
    if (container.netns === scene.host.netns) return pass(`${name} is in net:[${container.netns}], as the host is`)
    return fail(`${name} has a namespace of its own (network mode ${container.networkMode})`)
  },
})
