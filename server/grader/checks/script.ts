import { z } from 'zod'
import type { Question } from '../../snapshot/snapshot.ts'
import * as fields from '../fields.ts'
import { type Scene, vantage } from '../scene.ts'
import { stateCheck } from '../state-check.ts'
import { ended } from './command.ts'

const params = z
  .strictObject({
    run: z
      .string()
      .min(1)
      .describe('Bash, 3 s at most, run by the grader with its own programs (ip, nft, ss, dig, curl, jq …).'),
    in: fields.place.optional().describe('Network namespace to run it in; that of the host when left out.'),
    wants: z.string().min(1).describe('What it looks for, one line, shown to the learner.'),
    shows: z.string().min(1).optional().describe('Command that shows the same to the learner.'),
    output: z.string().optional().describe('Text that it must print.'),
    host: fields.host,
  })
  .describe('A script of the grader exits with 0: for what no other check can say.')

type Params = z.infer<typeof params>

export const script = stateCheck<Params>({
  name: 'script',
  params,
  needs: ['containers'],
  expected: ({ wants }) => wants,
  evidence: ({ shows }) => shows ?? '',
  questions: (given, scene) => [question(given, scene)],
  judge: (given, scene) => ended({ output: given.output ?? '' }, scene.answer(question(given, scene))),
})

function question(given: Params, scene: Scene): Question {
  return { ask: 'script', from: vantage(given.in ?? { host: scene.hostName }, scene), run: given.run }
}
