import { isIPv4, isIPv6 } from 'node:net'
import type { ProbeAnswer, ProbeRequest } from '../lab-host/driver.ts'
import { type Look, lookSafely } from './look.ts'
import { firstAnswer, parseDig } from './parse/dig.ts'
import { type Answer, type Question, questionKey, type Snapshot } from './snapshot.ts'

/** A nameserver of a lab answers within milliseconds; silence costs a round this long. */
const DNS_TIMEOUT_S = 1
const HTTP_TIMEOUT_MS = 2000

/** How a question is put to the probe, and how its answers are read. */
interface Inquiry {
  key: string
  requests: ProbeRequest[]
  read: (answers: ProbeAnswer[]) => Answer
}

/** Tries what must be tried, all questions of a host in one round. */
export async function ask(look: Look, seen: Snapshot['hosts'], questions: Question[]): Promise<Snapshot['answers']> {
  const hosts = [...new Set(questions.map((question) => question.host))]
  const rounds = hosts.map(async (host) => {
    const inquiries = questions
      .filter((question) => question.host === host)
      .flatMap((question) => inquire(seen, question))
    const answers = await lookSafely(
      look,
      host,
      inquiries.flatMap((inquiry) => inquiry.requests),
    )
    return inquiries.map(({ key, requests, read }) => [key, read(answers.splice(0, requests.length))] as const)
  })
  return Object.fromEntries((await Promise.all(rounds)).flat())
}

/** Nothing is asked of a container that is not there: its check says so without. */
function inquire(seen: Snapshot['hosts'], question: Question): Inquiry[] {
  const host = seen[question.host]
  if (!host?.engine.reachable) return []
  const key = questionKey(question)
  if (question.ask === 'http') return [{ key, ...httpInquiry(Object.values(host.addresses)[0] ?? '', question) }]
  const container = host.containers.find((one) => one.name === question.container)
  if (!container?.running || !container.inKernel) return []
  return [{ key, ...dnsInquiry(container.id, container.resolver.nameservers, question.name) }]
}

function dnsInquiry(container: string, nameservers: string[], name: string): Omit<Inquiry, 'key'> {
  const servers = nameservers.filter((server) => isIPv4(server) || isIPv6(server))
  const options = ['+noall', '+comments', '+answer', `+time=${DNS_TIMEOUT_S}`, '+tries=1']
  return {
    requests: servers.map((server) => ({
      op: 'exec',
      container,
      argv: ['dig', ...options, `@${server}`, '-q', name, '-t', 'A'],
    })),
    read: (answers) => {
      const fault = answers.find((answer) => 'error' in answer)
      if (fault) return { ask: 'error', error: fault.error }
      return firstAnswer(
        answers.flatMap((answer, index) =>
          'op' in answer && answer.op === 'exec' ? [parseDig(servers[index] ?? '', answer.stdout)] : [],
        ),
      )
    },
  }
}

function httpInquiry(address: string, { port, path }: { port: number; path: string }): Omit<Inquiry, 'key'> {
  return {
    requests: [{ op: 'lan-get', url: `http://${address}:${port}${path}`, timeoutMs: HTTP_TIMEOUT_MS }],
    read: ([answer]) => {
      if (!answer || 'error' in answer) return { ask: 'error', error: answer?.error ?? 'the probe gave no answer' }
      if (answer.op !== 'lan-get') return { ask: 'error', error: 'the probe answered something else' }
      if ('detail' in answer) return { ask: 'none', detail: answer.detail }
      return { ask: 'http', status: answer.status, body: answer.body }
    },
  }
}
