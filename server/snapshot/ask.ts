import type { ProbeAnswer } from '../lab-host/driver.ts'
import { inquiryFor } from './inquiry.ts'
import { type Look, lookSafely } from './look.ts'
import { type Answer, type Question, questionKey, type Snapshot } from './snapshot.ts'

/** Tries what must be tried, all questions of a host in one round. */
export async function ask(look: Look, seen: Snapshot['hosts'], questions: Question[]): Promise<Snapshot['answers']> {
  const hosts = [...new Set(questions.map(hostOf))]
  const rounds = hosts.map(async (host) => {
    const inquiries = questions
      .filter((question) => hostOf(question) === host)
      .flatMap((question) => {
        const inquiry = inquiryFor(seen, question)
        return inquiry ? [{ key: questionKey(question), ...inquiry }] : []
      })
    const answers = await lookSafely(
      look,
      host,
      inquiries.flatMap((inquiry) => inquiry.requests),
    )
    return inquiries.map(
      ({ key, requests, read }) => [key, readSafely(read, answers.splice(0, requests.length))] as const,
    )
  })
  return Object.fromEntries((await Promise.all(rounds)).flat())
}

const hostOf = (question: Question) => ('from' in question ? question.from.host : question.host)

function readSafely(read: (answers: ProbeAnswer[]) => Answer, answers: ProbeAnswer[]): Answer {
  const fault = answers.find((answer) => 'error' in answer)
  return fault ? { ask: 'error', error: fault.error } : read(answers)
}
