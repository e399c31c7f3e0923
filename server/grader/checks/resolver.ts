import { z } from 'zod'
import * as fields from '../fields.ts'
import { fail, pass } from '../scene.ts'
import { list } from '../sight.ts'
import { stateCheck } from '../state-check.ts'

const params = z
  .strictObject({
    container: fields.container,
    address: fields.address.describe('Nameserver that it asks first, e.g. 127.0.0.11.'),
    option: z.string().optional().describe('Option that its resolv.conf must have, e.g. ndots:0.'),
    host: fields.host,
  })
  .describe('A container asks this nameserver first.')

export const resolver = stateCheck<z.infer<typeof params>>({
  name: 'resolver',
  params,
  needs: ['containers', 'files'],
  expected: ({ container, address, option }) => `${container} asks ${address}${option ? ` with ${option}` : ''}`,
  evidence: ({ container }) => `docker exec ${container} cat /etc/resolv.conf`,
  judge({ container, address, option }, scene) {
    const seen = scene.container(container).resolver
    const observed = `nameservers ${list(seen.nameservers)}${seen.options.length > 0 ? `, options ${list(seen.options)}` : ''}`
    const right = seen.nameservers[0] === address && (!option || seen.options.includes(option))
    return right ? pass(observed) : fail(observed)
  },
})
