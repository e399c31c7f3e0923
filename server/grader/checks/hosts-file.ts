import { z } from 'zod'
import * as fields from '../fields.ts'
import { fail, pass } from '../scene.ts'
import { list } from '../sight.ts'
import { stateCheck } from '../state-check.ts'

const params = z
  .strictObject({
    container: fields.container,
    name: z.string().min(1).describe('Name in its /etc/hosts.'),
    address: fields.address.optional().describe('Address that must stand before it. Any when left out.'),
    absent: z.literal(true).optional().describe('true: the name must not be there.'),
    host: fields.host,
  })
  .describe("A container's /etc/hosts names an address.")

export const hostsFile = stateCheck<z.infer<typeof params>>({
  name: 'hosts-file',
  params,
  needs: ['containers', 'files'],
  expected: ({ container, name, address, absent }) =>
    `/etc/hosts of ${container} ${absent ? 'does not name' : 'names'} ${name}${address ? ` as ${address}` : ''}`,
  evidence: ({ container }) => `docker exec ${container} cat /etc/hosts`,
  judge({ container, name, address, absent }, scene) {
    const lines = scene.container(container).hostsFile.filter(({ names }) => names.includes(name))
    // The first line counts, as for a program that looks a name up.
    const right = lines[0] !== undefined && (!address || lines[0].address === address)
    const observed = `lines with ${name}: ${list(lines.map((line) => line.address))}`
    return right === (absent !== true) ? pass(observed) : fail(observed)
  },
})
