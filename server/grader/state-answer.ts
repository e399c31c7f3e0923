import type { z } from 'zod'
import type { Fact } from '../snapshot/snapshot.ts'
import type { AnswerKind } from './check.ts'
import { Absent, Scene } from './scene.ts'

interface StateAnswer<P> {
  name: string
  params: z.ZodType<P>
  needs: readonly Fact[]
  /** What a right answer is, in one line, without giving it away. */
  wanted(params: P): string
  /** The texts that count as right. May throw Absent. */
  accepted(params: P, scene: Scene): string[]
  /** A command that shows the answer on the lab host. */
  evidence(params: P): string
}

/** A kind of answer that looks at the scene of one host; what is absent there keeps the answer from being judged. */
export function stateAnswer<P extends { host?: string }>({ accepted, ...kind }: StateAnswer<P>): AnswerKind<P> {
  return {
    ...kind,
    expected(params, snapshot) {
      try {
        return { accepted: accepted(params, new Scene(snapshot, params.host)) }
      } catch (error) {
        if (error instanceof Absent) return { unobservable: error.verdict.observed }
        throw error
      }
    },
  }
}
