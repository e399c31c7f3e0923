import { z } from 'zod'
import * as fields from '../fields.ts'
import { fail, pass } from '../scene.ts'
import { list } from '../sight.ts'
import { stateCheck } from '../state-check.ts'

const params = z
  .strictObject({
    container: fields.container,
    domain: z.string().min(1).describe('Domain that is tried after a short name.'),
    absent: z.literal(true).optional().describe('true: it must not be in the list.'),
    host: fields.host,
  })
  .describe("A domain is in a container's search list.")

export const searchDomain = stateCheck<z.infer<typeof params>>({
  name: 'search-domain',
  params,
  needs: ['containers', 'files'],
  expected: ({ container, domain, absent }) => `${container} ${absent ? 'does not search' : 'searches'} ${domain}`,
  evidence: ({ container }) => `docker exec ${container} cat /etc/resolv.conf`,
  judge({ container, domain, absent }, scene) {
    const { search } = scene.container(container).resolver
    const observed = `search list: ${list(search)}`
    return search.includes(domain) === (absent !== true) ? pass(observed) : fail(observed)
  },
})
