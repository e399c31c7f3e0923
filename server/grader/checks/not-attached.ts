import { z } from 'zod'
import * as fields from '../fields.ts'
import { fail, pass, unobservable } from '../scene.ts'
import { CLAIM, hostEnd, list } from '../sight.ts'
import { stateCheck } from '../state-check.ts'

const params = z
  .strictObject({
    containers: fields.containers.describe('Running containers, none of which may be attached.'),
    to: fields.network,
    host: fields.host,
  })
  .describe('Running containers are not attached to a network.')

export const notAttached = stateCheck<z.infer<typeof params>>({
  name: 'not-attached',
  params,
  needs: ['containers', 'interfaces'],
  expected: ({ containers, to }) => `${list(containers)} not on network ${to}`,
  evidence: ({ to }) => `docker network inspect -f '{{json .Containers}}' ${to}`,
  judge({ containers, to }, scene) {
    const found = containers.map((name) => scene.container(name))
    const on = found.filter(({ endpoints }) => endpoints.some(({ network }) => network === to))
    if (on.length > 0) return fail(`${list(on.map(({ name }) => name))} on ${to}`)
    const bridge = scene.host.networks.find(({ name }) => name === to)?.bridge
    const plugged = found.filter(({ links }) =>
      links.some((link) => bridge && hostEnd(scene.host, link)?.master === bridge),
    )
    if (plugged.length > 0)
      return unobservable(`${CLAIM}: ${list(plugged.map(({ name }) => name))} not plugged into ${bridge}`)
    return pass(
      found.map(({ name, endpoints }) => `${name} is on ${list(endpoints.map(({ network }) => network))}`).join('; '),
    )
  },
})
