import { z } from 'zod'
import * as fields from '../fields.ts'
import { connectCommand, connections, inUrl, type Target, targetWords } from '../reach.ts'
import { fail, pass, placeWords, type Scene } from '../scene.ts'
import { stateCheck } from '../state-check.ts'

const params = z
  .strictObject({
    from: fields.place.describe('Where the connection starts: a container, a host, a named namespace, or the LAN.'),
    to: fields.target.describe('What it must not reach, at none of its addresses.'),
    port: fields.port.describe('Of a container: somebody must listen there, or silence would prove nothing.'),
    protocol: fields.protocol,
    on: fields.on,
    host: fields.host,
  })
  .describe('A connection does not open, although somebody listens.')

export const notReaches = stateCheck<z.infer<typeof params>>({
  name: 'not-reaches',
  params,
  needs: ['containers', 'interfaces', 'sockets'],
  expected: ({ from, to, port, protocol }) =>
    `${placeWords(from)} does not reach ${targetWords(to)} on ${protocol ?? 'tcp'} port ${port}`,
  evidence: connectCommand,
  questions: connections,
  judge(given, scene) {
    const tried = connections(given, scene)
    const open = tried.find((question) => scene.answer(question).ask === 'open')
    if (open?.ask === 'connect') return fail(`${inUrl(open.address)}:${given.port} answers`)
    if (!listens(given.to, given.port, scene)) {
      return fail(`nobody listens on port ${given.port} of ${targetWords(given.to)}, so that silence proves nothing`)
    }
    const details = tried.map((question) => {
      const answer = scene.answer(question)
      return answer.ask === 'none' ? answer.detail : ''
    })
    return pass([...new Set(details)].join('; '))
  },
})

function listens(target: Target, port: number, scene: Scene): boolean {
  if (typeof target === 'object' && !('container' in target)) return true
  const { name, there } =
    typeof target === 'string'
      ? { name: target, there: scene }
      : { name: target.container, there: scene.on(target.host) }
  return there.container(name).sockets.some((socket) => socket.port === port)
}
