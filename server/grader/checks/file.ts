import { z } from 'zod'
import type { Question } from '../../snapshot/snapshot.ts'
import * as fields from '../fields.ts'
import { fail, pass, type Scene, vantage } from '../scene.ts'
import { stateCheck } from '../state-check.ts'

const SHOWN = 80

const params = z
  .strictObject({
    container: fields.container.optional().describe('Container that has the file; the host itself when left out.'),
    path: fields.path.describe('Full path, e.g. /etc/docker/daemon.json. The first 64 KiB are read.'),
    contains: z.string().min(1).optional().describe('Text that must be in it; runs of white space count as one.'),
    lacks: z.string().min(1).optional().describe('Text that must not be in it.'),
    absent: z.literal(true).optional().describe('true: there must be no such file.'),
    host: fields.host,
  })
  .describe('A file is there and says the right thing.')

type Params = z.infer<typeof params>

export const file = stateCheck<Params>({
  name: 'file',
  params,
  needs: ['containers'],
  expected: ({ path, contains, lacks, absent }) =>
    absent
      ? `no file ${path}`
      : [`a file ${path}`, contains && `with ${contains}`, lacks && `without ${lacks}`].filter(Boolean).join(' '),
  evidence: ({ container, path }) => `${container ? `docker exec ${container} ` : ''}cat ${path}`,
  questions: (given, scene) => [question(given, scene)],
  judge(given, scene) {
    const answer = scene.answer(question(given, scene))
    const text = answer.ask === 'text' ? answer.text : null
    if (given.absent) return text === null ? pass('there is none') : fail(`there is one: ${shown(text)}`)
    if (text === null) return fail('there is no such file')
    const has = (wanted: string) => even(text).includes(even(wanted))
    const right = (!given.contains || has(given.contains)) && (!given.lacks || !has(given.lacks))
    return right ? pass(shown(text)) : fail(shown(text))
  },
})

const even = (text: string) => text.replaceAll(/\s+/g, ' ')

function shown(text: string): string {
  const line = even(text).trim()
  return line === '' ? 'it is empty' : line.length > SHOWN ? `${line.slice(0, SHOWN)} …` : line
}

function question({ container, path }: Params, scene: Scene): Question {
  return { ask: 'file', from: vantage(container ?? { host: scene.hostName }, scene), path }
}
