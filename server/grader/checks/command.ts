import { z } from 'zod'
import type { Question } from '../../snapshot/snapshot.ts'
import * as fields from '../fields.ts'
import { fail, pass, type Scene, vantage } from '../scene.ts'
import { stateCheck } from '../state-check.ts'

const SHOWN = 120

const params = z
  .strictObject({
    run: z.string().min(1).describe('Shell command, 3 s at most. It runs every round, so it must change nothing.'),
    container: fields.container.optional().describe('Container to run it in; the host itself when left out.'),
    code: z.int().min(0).max(255).optional().describe('Exit code that it must end with; 0 when left out.'),
    output: z.string().optional().describe('Text that it must print.'),
    wants: z
      .string()
      .min(1)
      .optional()
      .describe('What it looks for, one line, shown to the learner in place of the command.'),
    host: fields.host,
  })
  .describe("A command of the lab's own ends well. It may be a fake, so a task needs another check beside it.")

type Params = z.infer<typeof params>

export const command = stateCheck<Params>({
  name: 'command',
  params,
  needs: ['containers'],
  weak: true,
  expected: ({ wants, run, code, output }) =>
    wants ?? `\`${run}\` exits with ${code ?? 0}${output ? ` and prints ${output}` : ''}`,
  evidence: ({ run, container }) => (container ? `docker exec ${container} sh -c '${run}'` : run),
  questions: (given, scene) => [question(given, scene)],
  judge: (given, scene) => ended(given, scene.answer(question(given, scene))),
})

/** What a program's end means. */
export function ended(
  { code = 0, output = '' }: { code?: number; output?: string },
  answer: ReturnType<Scene['answer']>,
): ReturnType<typeof pass> {
  if (answer.ask !== 'exit') return fail('it did not run')
  if (answer.code === null) return fail('it did not end in time')
  const said = answer.output.replaceAll(/\s+/g, ' ').trim().slice(0, SHOWN)
  const observed = `exit ${answer.code}${said ? `: ${said}` : ''}`
  return answer.code === code && answer.output.includes(output) ? pass(observed) : fail(observed)
}

function question({ run, container }: Params, scene: Scene): Question {
  return { ask: 'command', from: vantage(container ?? { host: scene.hostName }, scene), run }
}
