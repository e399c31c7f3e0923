import { z } from 'zod'
import type { Question } from '../../snapshot/snapshot.ts'
import * as fields from '../fields.ts'
import { fail, pass, type Scene } from '../scene.ts'
import { list } from '../sight.ts'
import { stateCheck } from '../state-check.ts'

const params = z
  .strictObject({
    from: fields.container.describe('Exact name of the container that asks.'),
    name: z.string().min(1).max(253).describe('The name that must lead nowhere, neither by DNS nor by /etc/hosts.'),
    host: fields.host,
  })
  .describe('A name does not resolve, asked from inside a container.')

type Params = z.infer<typeof params>

export const notResolves = stateCheck<Params>({
  name: 'not-resolves',
  params,
  needs: ['containers', 'files'],
  expected: ({ from, name }) => `in ${from}, ${name} leads nowhere`,
  evidence: ({ from, name }) => `docker exec ${from} nslookup -type=a ${name}`,
  questions: (given, scene) => [question(given, scene)],
  judge(given, scene) {
    const line = scene.container(given.from).hostsFile.find(({ names }) => names.includes(given.name))
    if (line) return fail(`/etc/hosts has ${line.address} for it`)
    const answer = scene.answer(question(given, scene))
    if (answer.ask === 'dns' && answer.addresses.length > 0) return fail(`${given.name} is ${list(answer.addresses)}`)
    return pass(
      answer.ask === 'dns' ? `${answer.status} from ${answer.server}` : answer.ask === 'none' ? answer.detail : '',
    )
  },
})

const question = ({ from, name }: Params, scene: Scene): Question => ({
  ask: 'dns',
  host: scene.hostName,
  container: from,
  name,
})
