import { Problem } from '../errors/index.ts'
import { MAX_TERMINALS } from '../protocol/index.ts'

const PATH = /^\/api\/attempts\/([\w-]+)\/hosts\/([\w-]+)\/terminals\/(\d+)$/

/** Which terminal: the `n`th of a host. */
export interface Terminal {
  attempt: string
  host: string
  n: number
}

/** `/api/attempts/<attempt>/hosts/<host>/terminals/<n>?ticket=<ticket>`. Throws Problem `not-found`. */
export function parseTerminalUrl(url: string): { terminal: Terminal; ticket: string } {
  const { pathname, searchParams } = new URL(url, 'http://localhost')
  const [, attempt, host, n] = PATH.exec(pathname) ?? []
  if (!attempt || !host || !n) throw new Problem('not-found', `There is no terminal at ${pathname}.`)
  return { terminal: { attempt, host, n: terminalNumber(n) }, ticket: searchParams.get('ticket') ?? '' }
}

/** Throws Problem `not-found` for what is no number of a terminal. */
export function terminalNumber(text: string): number {
  const n = Number(text)
  if (Number.isInteger(n) && n >= 1 && n <= MAX_TERMINALS) return n
  throw new Problem('not-found', `There is no terminal ${text}; a host's terminals are numbered 1 to ${MAX_TERMINALS}.`)
}
