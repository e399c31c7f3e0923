import { z } from 'zod'
import type { Question } from '../../snapshot/snapshot.ts'
import * as fields from '../fields.ts'
import { fail, pass, type Scene } from '../scene.ts'
import { list } from '../sight.ts'
import { stateCheck } from '../state-check.ts'

const params = z
  .strictObject({
    from: fields.container.describe('Exact name of the container that asks.'),
    name: z.string().min(1).max(253).describe('A name that only the server outside knows.'),
    address: fields.address.optional().describe('What it must be told. Anything when left out.'),
    server: fields.address.optional().describe('Nameserver that the container must have been given with --dns.'),
    host: fields.host,
  })
  .describe('A question that the embedded nameserver cannot answer reaches a nameserver outside.')

type Params = z.infer<typeof params>

export const upstream = stateCheck<Params>({
  name: 'upstream',
  params,
  needs: ['containers', 'files'],
  expected: ({ from, name, address, server }) =>
    `${from} is told ${address ?? 'an address'} for ${name}${server ? ` by way of ${server}` : ''}`,
  evidence: ({ from, name }) => `docker exec ${from} nslookup -type=a ${name}`,
  questions: (given, scene) => [question(given, scene)],
  judge(given, scene) {
    const { dns, resolver } = scene.container(given.from)
    const servers = [...dns, ...resolver.nameservers]
    if (given.server && !servers.includes(given.server)) return fail(`it was given ${list(dns)}`)
    const answer = scene.answer(question(given, scene))
    if (answer.ask !== 'dns') return fail(answer.ask === 'none' ? answer.detail : 'no answer')
    const observed = `${given.name}: ${answer.addresses.length > 0 ? list(answer.addresses) : answer.status}`
    const right = given.address ? answer.addresses.includes(given.address) : answer.addresses.length > 0
    return right ? pass(observed) : fail(observed)
  },
})

const question = ({ from, name }: Params, scene: Scene): Question => ({
  ask: 'dns',
  host: scene.hostName,
  container: from,
  name,
})
