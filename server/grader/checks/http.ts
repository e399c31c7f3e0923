import { z } from 'zod'
import type { Question, Snapshot } from '../../snapshot/snapshot.ts'
import { questionKey } from '../../snapshot/snapshot.ts'
import { defineCheck } from '../check.ts'
import * as fields from '../fields.ts'
import { hostName, hostOf, report } from '../sight.ts'

const SHOWN = 120

const params = z
  .strictObject({
    host: fields.host,
    port: fields.port.describe('Port on the host.'),
    path: z
      .string()
      .startsWith('/', { error: 'a path beginning with /' })
      .describe('Path with its query, e.g. /health.'),
    status: z.int().min(100).max(599).describe('HTTP status that must come back.'),
    body: z.string().optional().describe('Text that the body must contain.'),
  })
  .describe('A GET from the LAN is answered as wanted.')

type Params = z.infer<typeof params>

export const http = defineCheck<Params>({
  name: 'http',
  params,
  questions: (wanted, snapshot) => [question(wanted, snapshot)],
  judge(wanted, snapshot) {
    const name = hostName(snapshot, wanted.host)
    const expected = `GET :${wanted.port}${wanted.path} on ${name} from the LAN: ${wanted.status}${wanted.body ? ` with ${wanted.body}` : ''}`
    const host = hostOf(snapshot, wanted.host)
    const address = 'value' in host ? Object.values(host.value.addresses)[0] : undefined
    const { pass, fail, unobservable, missing } = report(
      expected,
      address ? `curl -i http://${address}:${wanted.port}${wanted.path}` : '',
    )
    if (!('value' in host)) return missing(host)
    const answer = snapshot.answers[questionKey(question(wanted, snapshot))]
    if (!answer || answer.ask === 'error') return unobservable(`could not ask: ${answer?.error ?? 'not asked yet'}`)
    if (answer.ask === 'none') return fail(`no answer: ${answer.detail}`)
    if (answer.ask !== 'http') return unobservable('could not ask: an answer to another question came back')
    const observed = `${answer.status} ${answer.body.replaceAll(/\s+/g, ' ').trim().slice(0, SHOWN)}`.trim()
    const right = answer.status === wanted.status && answer.body.includes(wanted.body ?? '')
    return right ? pass(observed) : fail(observed)
  },
})

function question(wanted: Params, snapshot: Snapshot): Question {
  return { ask: 'http', host: hostName(snapshot, wanted.host), port: wanted.port, path: wanted.path }
}
