import { z } from 'zod'
import * as fields from '../fields.ts'
import { fail, pass } from '../scene.ts'
import { stateCheck } from '../state-check.ts'

const params = z
  .strictObject({
    containers: fields.containers.optional().describe('Containers to look at; all that run when left out.'),
    host: fields.host,
  })
  .describe('No container was made with --link.')

export const noLinks = stateCheck<z.infer<typeof params>>({
  name: 'no-links',
  params,
  needs: ['containers', 'files'],
  expected: ({ containers }) => `no --link on ${containers?.join(', ') ?? 'any container'}`,
  evidence: () => "docker inspect -f '{{.Name}} {{.HostConfig.Links}}' $(docker ps -q)",
  judge({ containers: names }, scene) {
    const found = names
      ? names.map((name) => scene.container(name))
      : scene.host.containers.filter(({ running }) => running)
    if (found.length === 0) return fail('no container runs')
    // On a network of one's own the engine keeps a link with the endpoint.
    const linked = found.flatMap(({ name, legacyLinks, endpoints }) =>
      [...legacyLinks, ...endpoints.flatMap(({ links }) => links)].map((link) => `${name} has ${link}`),
    )
    // The line that a link left in the file leads there, whatever the engine says.
    const lines = found.flatMap((container) =>
      container.hostsFile
        .filter(({ names: [, ...more] }) => more.some((one) => /^[0-9a-f]{12}$/.test(one)))
        .map(({ address }) => `/etc/hosts of ${container.name} has a line of a link to ${address}`),
    )
    const all = [...linked, ...lines]
    return all.length > 0 ? fail(all.join('; ')) : pass(`none of ${found.length} has one`)
  },
})
