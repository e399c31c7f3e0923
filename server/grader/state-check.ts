import type { z } from 'zod'
import type { Fact, Question } from '../snapshot/snapshot.ts'
import type { Check } from './check.ts'
import { Absent, Scene, type Verdict } from './scene.ts'

interface StateCheck<P> {
  name: string
  params: z.ZodType<P>
  needs: readonly Fact[]
  weak?: true
  /** What the task wants, one line. */
  expected(params: P): string
  /** A command that shows it on the lab host. */
  evidence(params: P): string
  questions?(params: P, scene: Scene): Question[]
  /** May throw Absent. */
  judge(params: P, scene: Scene): Verdict
}

/** A check that looks at the scene of one host; what is absent there becomes its verdict. */
export function stateCheck<P extends { host?: string }>(kind: StateCheck<P>): Check<P> {
  const { name, params, needs, weak } = kind
  return {
    name,
    params,
    needs,
    ...(weak && { weak }),
    questions: (given, snapshot) =>
      orAbsent(
        () => kind.questions?.(given, new Scene(snapshot, given.host)) ?? [],
        () => [],
      ),
    judge(given, snapshot) {
      const verdict = orAbsent(
        () => kind.judge(given, new Scene(snapshot, given.host)),
        (absent) => absent,
      )
      return { ...verdict, expected: kind.expected(given), evidence: kind.evidence(given) }
    },
  }
}

function orAbsent<T>(act: () => T, otherwise: (verdict: Verdict) => T): T {
  try {
    return act()
  } catch (error) {
    if (error instanceof Absent) return otherwise(error.verdict)
    throw error
  }
}
