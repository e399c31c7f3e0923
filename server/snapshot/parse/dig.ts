import type { Answer } from '../snapshot.ts'

/** `dig +noall +comments +answer`: what a nameserver answered, or that none did. */
export function parseDig(server: string, stdout: string): Answer {
  const status = /status: ([A-Z]+)/.exec(stdout)?.[1]
  if (status === undefined) return { ask: 'none', detail: `${server} ${silence(stdout)}` }
  const records = stdout.matchAll(/^[^;\s]\S*\s+\d+\s+IN\s+A\s+(\S+)\s*$/gm)
  return { ask: 'dns', status, server, addresses: [...records].map((record) => record[1] ?? '') }
}

/** The answer that a program would use: a resolver goes on to its next server after silence, SERVFAIL and REFUSED. */
export function firstAnswer(answers: Answer[]): Answer {
  const final = answers.find((answer) => answer.ask === 'dns' && ['NOERROR', 'NXDOMAIN'].includes(answer.status))
  return final ?? answers[0] ?? { ask: 'none', detail: 'its resolv.conf names no nameserver' }
}

function silence(stdout: string): string {
  if (/connection refused/.test(stdout)) return 'refuses questions'
  if (/network unreachable|host unreachable/.test(stdout)) return 'cannot be reached'
  return 'does not answer'
}
