import { z } from 'zod'
import * as fields from '../fields.ts'
import { connectCommand, connections, targetWords } from '../reach.ts'
import { fail, pass, placeWords } from '../scene.ts'
import { stateCheck } from '../state-check.ts'

const params = z
  .strictObject({
    from: fields.place.describe('Where the request starts: a container, a host, a named namespace, or the LAN.'),
    to: fields.target.describe('Who must answer; of a container, at any of its addresses.'),
    port: fields.port,
    path: fields.path.optional().describe('Send a GET for this path; only open a connection when left out.'),
    ms: z.int().min(1).max(2000).describe('Milliseconds, 1 to 2000. Machines are noisy: leave tenfold room.'),
    on: fields.on,
    host: fields.host,
  })
  .describe('An answer comes within a time.')

export const answersWithin = stateCheck<z.infer<typeof params>>({
  name: 'answers-within',
  params,
  needs: ['containers', 'interfaces'],
  expected: ({ from, to, port, path, ms }) =>
    `${targetWords(to)} answers ${placeWords(from)} on port ${port}${path ?? ''} within ${ms} ms`,
  evidence: connectCommand,
  questions: connections,
  judge(given, scene) {
    const answers = connections(given, scene).map((question) => scene.answer(question))
    const fastest = answers.flatMap((answer) => (answer.ask === 'open' ? [answer.ms] : [])).toSorted((a, b) => a - b)[0]
    if (fastest === undefined)
      return fail(answers.map((answer) => (answer.ask === 'none' ? answer.detail : '')).join('; '))
    return fastest <= given.ms ? pass(`answered after ${fastest} ms`) : fail(`answered after ${fastest} ms`)
  },
})
