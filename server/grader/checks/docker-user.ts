import { z } from 'zod'
import type { Question } from '../../snapshot/snapshot.ts'
import * as fields from '../fields.ts'
import { connections } from '../reach.ts'
import { rulesOf } from '../rules.ts'
import { fail, type Place, pass, placeWords, type Scene } from '../scene.ts'
import { list } from '../sight.ts'
import { stateCheck } from '../state-check.ts'

const params = z
  .strictObject({
    port: fields.port.describe('Published port on the host.'),
    allowed: z.array(fields.place).min(1).describe('From here a connection must open.'),
    denied: z.array(fields.place).min(1).describe('From here none may open.'),
    host: fields.host,
  })
  .describe('DOCKER-USER lets some sources through to a published port and keeps others out.')

type Params = z.infer<typeof params>

export const dockerUser = stateCheck<Params>({
  name: 'docker-user',
  params,
  needs: ['containers', 'interfaces', 'iptables'],
  expected: ({ port, allowed, denied }) =>
    `port ${port} open to ${list(allowed.map(placeWords))}, closed to ${list(denied.map(placeWords))} by DOCKER-USER`,
  evidence: () => 'iptables -S DOCKER-USER',
  questions: (given, scene) => [...given.allowed, ...given.denied].flatMap((from) => tries(given, from, scene)),
  judge(given, scene) {
    const opens = (from: Place) => tries(given, from, scene).some((question) => scene.answer(question).ask === 'open')
    const shut = given.allowed.filter((from) => !opens(from))
    const open = given.denied.filter(opens)
    const wrong = [
      ...shut.map((from) => `${placeWords(from)} is kept out`),
      ...open.map((from) => `${placeWords(from)} comes through`),
    ]
    if (wrong.length > 0) return fail(wrong.join('; '))
    const rules = rulesOf(scene.host, 'DOCKER-USER').filter(({ target }) => target !== 'RETURN' && target !== 'ACCEPT')
    if (rules.length === 0) return fail('so it is, but DOCKER-USER has no rule that keeps anybody out')
    return pass('as wanted from every place')
  },
})

const tries = ({ port }: Params, from: Place, scene: Scene): Question[] =>
  connections({ from, to: { host: scene.hostName }, port }, scene)
