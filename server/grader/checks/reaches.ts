import { z } from 'zod'
import * as fields from '../fields.ts'
import { connectCommand, connections, inUrl, targetWords } from '../reach.ts'
import { fail, pass, placeWords } from '../scene.ts'
import { stateCheck } from '../state-check.ts'

const params = z
  .strictObject({
    from: fields.place.describe('Where the connection starts: a container, a host, a named namespace, or the LAN.'),
    to: fields.target.describe('What it must reach; of a container, any of its addresses.'),
    port: fields.port,
    protocol: fields.protocol,
    on: fields.on,
    host: fields.host,
  })
  .describe('A connection opens; a UDP datagram is answered.')

export const reaches = stateCheck<z.infer<typeof params>>({
  name: 'reaches',
  params,
  needs: ['containers', 'interfaces'],
  expected: ({ from, to, port, protocol }) =>
    `${placeWords(from)} reaches ${targetWords(to)} on ${protocol ?? 'tcp'} port ${port}`,
  evidence: connectCommand,
  questions: connections,
  judge(given, scene) {
    const tried = connections(given, scene).map((question) => ({ question, answer: scene.answer(question) }))
    const words = tried.map(({ question, answer }) => {
      const address = question.ask === 'connect' ? question.address : ''
      return `${inUrl(address)}:${given.port} ${answer.ask === 'open' ? `answers after ${answer.ms} ms` : answer.ask === 'none' ? `does not: ${answer.detail}` : ''}`
    })
    return tried.some(({ answer }) => answer.ask === 'open') ? pass(words.join('; ')) : fail(words.join('; '))
  },
})
