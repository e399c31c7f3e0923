import type { z } from 'zod'
import type { ProbeAnswer, ProbeRequest } from '../lab-host/driver.ts'
import { readJson } from './parse/json.ts'

/** Looks at one host of the attempt from outside; may throw when the lab engine cannot be reached. */
export type Look = (host: string, requests: ProbeRequest[]) => Promise<ProbeAnswer[]>

/** Something could not be seen; `message` says what and why. */
export class Unseen extends Error {}

/** One answer for each request, whatever happens: a fault of looking is an `error` each. */
export async function lookSafely(look: Look, host: string, requests: ProbeRequest[]): Promise<ProbeAnswer[]> {
  if (requests.length === 0) return []
  try {
    const answers = await look(host, requests)
    return requests.map((_, index) => answers[index] ?? { error: 'the probe gave no answer' })
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    return requests.map(() => ({ error: message }))
  }
}

type Op = Extract<ProbeAnswer, { op: string }>['op']
type AnswerTo<O extends Op> = Extract<ProbeAnswer, { op: O }>

/** The answer to a request of that kind. Throws Unseen where there is none. */
export function answerTo<O extends Op>(op: O, answer: ProbeAnswer | undefined): AnswerTo<O> {
  if (answer && 'op' in answer && answer.op === op) return answer as AnswerTo<O>
  throw new Unseen(answer && 'error' in answer ? answer.error : `the probe gave no answer to ${op}`)
}

/** What a program printed. Throws Unseen when it failed. */
export function printed(answer: ProbeAnswer | undefined, program: string): string {
  const { code, stdout, stderr } = answerTo('exec', answer)
  if (code === 0) return stdout
  throw new Unseen(`${program} exited with ${code}: ${stderr.trim().slice(0, 200)}`)
}

/** JSON of a known form. Throws Unseen where it is anything else. */
export function known<T>(text: string, schema: z.ZodType<T>, what: string): T {
  const read = readJson(text, schema)
  if ('value' in read) return read.value
  throw new Unseen(`${what} is not as expected: ${read.reason}`)
}

/** What the engine answered to each path. Throws Unseen where one was refused. */
export function bodies(answer: ProbeAnswer | undefined, paths: string[]): string[] {
  const { responses } = answerTo('api', answer)
  return paths.map((path, index) => {
    const response = responses[index]
    if (response?.status !== 200) throw new Unseen(`GET ${path} gave ${response?.status ?? 'nothing'}`)
    return response.body
  })
}
