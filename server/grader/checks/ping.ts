import { z } from 'zod'
import type { Question } from '../../snapshot/snapshot.ts'
import * as fields from '../fields.ts'
import { addressesOf, targetWords } from '../reach.ts'
import { fail, pass, placeWords, type Scene, vantage } from '../scene.ts'
import { stateCheck } from '../state-check.ts'

const params = z
  .strictObject({
    from: fields.place.describe('Where the echo starts: a container, a host, a named namespace, or the LAN.'),
    to: fields.target.describe('Who must answer; of a container, at any of its addresses.'),
    answered: z.boolean().optional().describe('false: no echo may come back. true when left out.'),
    on: fields.on,
    host: fields.host,
  })
  .describe('A ping is answered.')

type Params = z.infer<typeof params>

export const ping = stateCheck<Params>({
  name: 'ping',
  params,
  needs: ['containers', 'interfaces'],
  expected: ({ from, to, answered }) =>
    `${targetWords(to)} ${answered === false ? 'does not answer' : 'answers'} a ping from ${placeWords(from)}`,
  evidence: ({ to }) => `ping -c 1 ${typeof to === 'object' && 'address' in to ? to.address : '<address>'}`,
  questions: echoes,
  judge(given, scene) {
    const answers = echoes(given, scene).map((question) => ({ question, answer: scene.answer(question) }))
    const open = answers.find(({ answer }) => answer.ask === 'open')
    const silence = answers.map(
      ({ question, answer }) => `${question.address}: ${answer.ask === 'none' ? answer.detail : ''}`,
    )
    const observed = open ? `${open.question.address} answers` : silence.join('; ')
    return (open !== undefined) === (given.answered !== false) ? pass(observed) : fail(observed)
  },
})

function echoes({ from, to, on }: Params, scene: Scene): Extract<Question, { ask: 'ping' }>[] {
  const start = vantage(from, scene)
  return addressesOf(to, scene, on).map((address) => ({ ask: 'ping', from: start, address }))
}
