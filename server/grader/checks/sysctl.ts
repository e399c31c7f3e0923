import { z } from 'zod'
import type { Question } from '../../snapshot/snapshot.ts'
import * as fields from '../fields.ts'
import { fail, pass, type Scene, vantage } from '../scene.ts'
import { stateCheck } from '../state-check.ts'

const params = z
  .strictObject({
    key: z
      .string()
      .regex(/^net(\.[\w-]+)+$/, { error: 'a setting of the network, e.g. net.ipv4.ip_forward' })
      .describe('Setting of the network, e.g. net.ipv4.ip_forward.'),
    value: z.union([z.string(), z.number()]).describe('Value that it must have.'),
    container: fields.container.optional().describe('Container whose setting is meant; the host when left out.'),
    host: fields.host,
  })
  .describe('A setting of the kernel has a value.')

type Params = z.infer<typeof params>

export const sysctl = stateCheck<Params>({
  name: 'sysctl',
  params,
  needs: ['containers'],
  expected: ({ key, value }) => `${key} = ${value}`,
  evidence: ({ key, container }) =>
    `${container ? `docker exec ${container} cat /proc/sys/${key.replaceAll('.', '/')}` : `sysctl ${key}`}`,
  questions: (given, scene) => [question(given, scene)],
  judge(given, scene) {
    const answer = scene.answer(question(given, scene))
    if (answer.ask !== 'text' || answer.text === null) return fail(`there is no ${given.key}`)
    const seen = answer.text.replaceAll(/\s+/g, ' ').trim()
    return seen === String(given.value) ? pass(`${given.key} = ${seen}`) : fail(`${given.key} = ${seen}`)
  },
})

const question = ({ key, container }: Params, scene: Scene): Question => ({
  ask: 'sysctl',
  from: vantage(container ?? { host: scene.hostName }, scene),
  key,
})
