import { isIPv4, isIPv6 } from 'node:net'
import type { ProbeAnswer, ProbeRequest } from '../lab-host/driver.ts'
import { firstAnswer, parseDig } from './parse/dig.ts'
import type { Answer, HostSnapshot, Question, Snapshot, Vantage } from './snapshot.ts'

/** A nameserver of a lab answers within milliseconds; silence costs a round this long. */
const DNS_TIMEOUT_S = 1
const HTTP_TIMEOUT_MS = 2000
/** Within a lab packets need microseconds; silence of this length is a no. */
const CONNECT_TIMEOUT_MS = 900
const SCRIPT_TIMEOUT_MS = 3000
const IP_AND_ICMP_HEADER = 28

/** How a question is put to the probe, and how its answers are read. None of them is an error. */
export interface Inquiry {
  requests: ProbeRequest[]
  read: (answers: ProbeAnswer[]) => Answer
}

/** Undefined where nothing can be asked: of a container that is not there, its check says so without. */
export function inquiryFor(seen: Snapshot['hosts'], question: Question): Inquiry | undefined {
  const host = seen['from' in question ? question.from.host : question.host]
  if (!host?.engine.reachable) return undefined
  if (question.ask === 'http') return http(Object.values(host.addresses)[0] ?? '', question)
  if (question.ask === 'dns' || question.ask === 'restart') {
    const container = running(host, question.container)
    if (!container) return undefined
    return question.ask === 'dns'
      ? dns(container.id, container.resolver.nameservers, question.name)
      : { requests: [{ op: 'restart', container: container.id }], read: restarted }
  }
  const place = placeOf(host, question.from)
  return place && tried(place, question)
}

type Tried = Extract<Question, { from: Vantage }>
type Place = { container?: string; netns?: string; lan?: true }

function placeOf(host: HostSnapshot, { container, netns, lan }: Vantage): Place | undefined {
  if (lan) return { lan }
  if (netns) return { netns: `/run/netns/${netns}` }
  if (container === undefined) return {}
  const id = running(host, container)?.id
  return id === undefined ? undefined : { container: id }
}

function running(host: HostSnapshot, name: string) {
  const container = host.containers.find((one) => one.name === name)
  return container?.running && container.inKernel ? container : undefined
}

function tried(place: Place, question: Tried): Inquiry {
  const exec = (argv: string[], timeoutMs?: number): ProbeRequest => ({
    op: 'exec',
    ...place,
    argv,
    ...(timeoutMs && { timeoutMs }),
  })
  switch (question.ask) {
    case 'connect': {
      const { protocol, address, port, path } = question
      const timeoutMs = protocol === 'http' ? HTTP_TIMEOUT_MS : CONNECT_TIMEOUT_MS
      return {
        requests: [{ op: 'connect', ...place, protocol, address, port, ...(path && { path }), timeoutMs }],
        read: opened,
      }
    }
    case 'ping':
      return { requests: [exec(pingCommand(question.address, question.bytes))], read: echoed }
    case 'sysctl': {
      const file = `/proc/sys/${question.key.split('.').join('/').replaceAll('..', '')}`
      return { requests: [exec(['cat', file])], read: printedText }
    }
    case 'file':
      return {
        requests: [{ op: 'read', ...(place.container && { container: place.container }), paths: [question.path] }],
        read: ([answer]) => ({ ask: 'text', text: answer && 'files' in answer ? (answer.files[0] ?? null) : null }),
      }
    case 'command':
      return {
        requests: [{ op: 'command', ...(place.container && { container: place.container }), run: question.run }],
        read: exited,
      }
    case 'script':
      return { requests: [exec(['bash', '-c', question.run], SCRIPT_TIMEOUT_MS)], read: exited }
  }
}

function pingCommand(address: string, bytes: number | undefined): string[] {
  const size = bytes === undefined ? [] : ['-M', 'do', '-s', String(Math.max(0, bytes - IP_AND_ICMP_HEADER))]
  return ['ping', '-n', '-c', '2', '-i', '0.2', '-W', '0.5', ...size, address]
}

function dns(container: string, nameservers: string[], name: string): Inquiry {
  const servers = nameservers.filter((server) => isIPv4(server) || isIPv6(server))
  const options = ['+noall', '+comments', '+answer', `+time=${DNS_TIMEOUT_S}`, '+tries=1']
  return {
    requests: servers.map((server) => ({
      op: 'exec',
      container,
      argv: ['dig', ...options, `@${server}`, '-q', name, '-t', 'A'],
    })),
    read: (answers) =>
      firstAnswer(
        answers.flatMap((answer, index) =>
          'op' in answer && answer.op === 'exec' ? [parseDig(servers[index] ?? '', answer.stdout)] : [],
        ),
      ),
  }
}

function http(address: string, { port, path }: { port: number; path: string }): Inquiry {
  return {
    requests: [{ op: 'lan-get', url: `http://${address}:${port}${path}`, timeoutMs: HTTP_TIMEOUT_MS }],
    read: ([answer]) => {
      if (!answer || !('op' in answer) || answer.op !== 'lan-get') return something
      if ('detail' in answer) return { ask: 'none', detail: answer.detail }
      return { ask: 'http', status: answer.status, body: answer.body, from: answer.from }
    },
  }
}

const something: Answer = { ask: 'error', error: 'the probe answered something else' }

function opened([answer]: ProbeAnswer[]): Answer {
  if (!answer || !('op' in answer) || answer.op !== 'connect') return something
  if ('detail' in answer) return { ask: 'none', detail: answer.detail }
  const { ms, status, body } = answer
  return { ask: 'open', ms, ...(status !== undefined && { status }), ...(body !== undefined && { body }) }
}

function echoed([answer]: ProbeAnswer[]): Answer {
  if (!answer || !('op' in answer) || answer.op !== 'exec') return something
  const ms = /time=([\d.]+) ms/.exec(answer.stdout)?.[1]
  if (ms !== undefined) return { ask: 'open', ms: Number(ms) }
  const reason = /(message too long[^\n]*|Destination [^\n]*|Frag needed[^\n]*|Network is unreachable)/i.exec(
    `${answer.stdout}\n${answer.stderr}`,
  )
  return { ask: 'none', detail: reason?.[1]?.trim() ?? 'no echo came back' }
}

function printedText([answer]: ProbeAnswer[]): Answer {
  if (!answer || !('op' in answer) || answer.op !== 'exec') return something
  return { ask: 'text', text: answer.code === 0 ? answer.stdout.trim() : null }
}

function exited([answer]: ProbeAnswer[]): Answer {
  if (!answer || !('op' in answer)) return something
  if (answer.op === 'exec') return { ask: 'exit', code: answer.code, output: `${answer.stdout}${answer.stderr}`.trim() }
  if (answer.op === 'command') return { ask: 'exit', code: answer.code, output: answer.output }
  return something
}

function restarted([answer]: ProbeAnswer[]): Answer {
  if (!answer || !('op' in answer) || answer.op !== 'restart') return something
  if (answer.status === 204) return { ask: 'open', ms: 0 }
  return { ask: 'error', error: `the engine answered ${answer.status} to the restart` }
}
