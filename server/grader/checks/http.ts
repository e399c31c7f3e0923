import { z } from 'zod'
import type { Question, Snapshot } from '../../snapshot/snapshot.ts'
import { questionKey } from '../../snapshot/snapshot.ts'
import { defineCheck } from '../check.ts'
import * as fields from '../fields.ts'
import { connectCommand, connections, targetWords } from '../reach.ts'
import { fail as failed, pass as passed, placeWords } from '../scene.ts'
import { hostName, hostOf, report, runningContainer } from '../sight.ts'
import { stateCheck } from '../state-check.ts'

const SHOWN = 120

const params = z
  .strictObject({
    host: fields.host,
    port: fields.port.describe('Port on the host.'),
    from: fields.place
      .optional()
      .describe('Where the request starts; the LAN when left out. Then `to` says to whom it goes.'),
    to: fields.target.optional().describe('To whom the request goes; the host when left out.'),
    path: fields.path.describe('Path with its query, e.g. /health.'),
    status: z.int().min(100).max(599).describe('HTTP status that must come back.'),
    body: z.string().optional().describe('Text that the body must contain.'),
    container: fields.container
      .optional()
      .describe('Container that must be the one that answers, without `from` and `to`. Any listener when left out.'),
  })
  .describe('A GET, from the LAN unless said otherwise, is answered as wanted.')

type Params = z.infer<typeof params>

export const http = defineCheck<Params>({
  name: 'http',
  params,
  needs: ['containers', 'interfaces'],
  questions: (wanted, snapshot) =>
    wanted.from || wanted.to ? elsewhere.questions(wanted, snapshot) : [question(wanted, snapshot)],
  judge(wanted, snapshot) {
    if (wanted.from || wanted.to) return elsewhere.judge(wanted, snapshot)
    const name = hostName(snapshot, wanted.host)
    const expected = [
      `GET :${wanted.port}${wanted.path} on ${name} from the LAN: ${wanted.status}`,
      wanted.body && `with ${wanted.body}`,
      wanted.container && `from ${wanted.container}`,
    ]
      .filter(Boolean)
      .join(' ')
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
    const found = judgeAnswer(wanted, answer.status, answer.body)(pass, fail)
    if (found.outcome !== 'pass' || wanted.container === undefined) return found
    const container = runningContainer(host.value, wanted.container)
    if (!('value' in container)) return missing(container)
    if (answer.from === '') return unobservable(`${found.observed}, but the host's kernel does not tell who answered`)
    const own = container.value.links.flatMap((link) => link.addresses.map(({ address }) => address))
    return own.includes(answer.from.replace(/:\d+$/, ''))
      ? pass(`${found.observed}, from ${wanted.container}`)
      : fail(`${found.observed}, but from ${answer.from}, which is not ${wanted.container}`)
  },
})

/** The same from another place, or to somebody else than the host. */
const elsewhere = stateCheck<Params>({
  name: 'http',
  params,
  needs: ['containers', 'interfaces'],
  expected: ({ from, to, port, path, status, body }) =>
    `GET :${port}${path} on ${to ? targetWords(to) : 'the host'} from ${from ? placeWords(from) : 'the LAN'}: ${status}${body ? ` with ${body}` : ''}`,
  evidence: (wanted) => connectCommand(route(wanted, wanted.host ?? '')),
  questions: (wanted, scene) => connections(route(wanted, scene.hostName), scene),
  judge(wanted, scene) {
    const answers = connections(route(wanted, scene.hostName), scene).map((question) => scene.answer(question))
    const heard = answers.flatMap((answer) => (answer.ask === 'open' ? [answer] : []))
    const verdicts = heard.map(({ status, body }) => judgeAnswer(wanted, status ?? 0, body ?? '')(passed, failed))
    const silence = answers.map((answer) => (answer.ask === 'none' ? answer.detail : ''))
    return (
      verdicts.find(({ outcome }) => outcome === 'pass') ?? verdicts[0] ?? failed(`no answer: ${silence.join('; ')}`)
    )
  },
})

const route = ({ from, to, port, path }: Params, host: string) => ({
  from: from ?? { lan: '' },
  to: to ?? { host },
  port,
  path,
})

function judgeAnswer(wanted: Params, status: number, body: string) {
  const observed = `${status} ${body.replaceAll(/\s+/g, ' ').trim().slice(0, SHOWN)}`.trim()
  const right = status === wanted.status && body.includes(wanted.body ?? '')
  return <T>(pass: (observed: string) => T, fail: (observed: string) => T): T => (right ? pass : fail)(observed)
}

function question(wanted: Params, snapshot: Snapshot): Question {
  return { ask: 'http', host: hostName(snapshot, wanted.host), port: wanted.port, path: wanted.path }
}
