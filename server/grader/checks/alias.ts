import { z } from 'zod'
import type { Question } from '../../snapshot/snapshot.ts'
import * as fields from '../fields.ts'
import { fail, pass, type Scene } from '../scene.ts'
import { endpointOn, list } from '../sight.ts'
import { stateCheck } from '../state-check.ts'

const params = z
  .strictObject({
    container: fields.container,
    network: fields.network,
    name: z.string().min(1).max(253).describe('The other name that it must have there.'),
    host: fields.host,
  })
  .describe('A container answers to another name on a network, as its nameserver there says.')

type Params = z.infer<typeof params>

export const alias = stateCheck<Params>({
  name: 'alias',
  params,
  needs: ['containers', 'interfaces', 'files'],
  expected: ({ container, network, name }) => `${container} is called ${name} too on ${network}`,
  evidence: ({ container, name }) => `docker exec ${container} nslookup -type=a ${name}`,
  questions: (given, scene) => [question(given, scene)],
  judge(given, scene) {
    const { container: name, network, name: wanted } = given
    const endpoint = endpointOn(scene.container(name), scene.network(network))
    if (!endpoint) return fail(`${name} is not on ${network}`)
    const answer = scene.answer(question(given, scene))
    const addresses = answer.ask === 'dns' ? answer.addresses : []
    const others = endpoint.aliases.filter((one) => !/^[0-9a-f]{12}$/.test(one))
    if (addresses.includes(endpoint.address)) return pass(`${wanted} is ${list(addresses)}`)
    return fail(`${wanted} is ${list(addresses)}, ${name} has ${endpoint.address}; its aliases there: ${list(others)}`)
  },
})

const question = ({ container, name }: Params, scene: Scene): Question => ({
  ask: 'dns',
  host: scene.hostName,
  container,
  name,
})
