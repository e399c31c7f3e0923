import { expect, test } from 'vitest'
import type { Verdict } from '../../protocol/index.ts'
import type { Answer, Question } from '../../snapshot/snapshot.ts'
import { questionKey } from '../../snapshot/snapshot.ts'
import type { Check } from '../check.ts'
import { type Shop, shop } from './shop.ts'

interface Case<P> {
  given: P
  /** Changes the shop before it is judged. */
  after?: (shop: Shop) => void
  /** What each question of the check is answered; left out, nothing is. */
  answer?: (question: Question) => Answer | undefined
  gives: Verdict
  saying?: string | RegExp
}

/** One test for each sentence: the check, judged on the shop as the sentence changes it. */
export function verdicts<P>(check: Check<P>, cases: Record<string, Case<NoInfer<P>>>): void {
  for (const [sentence, { given, after, answer, gives, saying }] of Object.entries(cases)) {
    test(sentence, () => {
      const scene = shop()
      after?.(scene)
      const params = check.params.parse(given)
      for (const question of check.questions(params, scene.snapshot)) {
        const heard = answer?.(question)
        if (heard) scene.snapshot.answers[questionKey(question)] = heard
      }
      const finding = check.judge(params, scene.snapshot)
      expect([finding.outcome, finding.observed]).toEqual([
        gives,
        saying ? expect.stringMatching(saying) : finding.observed,
      ])
      expect(finding.observed).not.toBe('')
      expect(finding.expected).not.toBe('')
    })
  }
}
