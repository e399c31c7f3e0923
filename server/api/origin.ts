import type { IncomingMessage } from 'node:http'
import type { FastifyInstance } from 'fastify'
import { Problem } from '../errors/index.ts'
import type { Gateway } from '../terminal/index.ts'

/** Whether a page of this server sent the request: one of `origins`, or this machine under its own names. */
function isOurs({ headers, socket }: IncomingMessage, origins: string[]): boolean {
  // As a browser writes it: without the port where that is 80.
  const local = ['localhost', '127.0.0.1', '[::1]'].map(
    (name) => new URL(`http://${name}:${socket.localPort ?? 80}`).origin,
  )
  return [...origins, ...local].includes(headers.origin ?? '')
}

/** Another site must not change anything with a visitor's cookie. */
export function guardOrigin(app: FastifyInstance, origins: string[]): void {
  app.addHook('onRequest', async ({ method, raw }) => {
    if (method === 'GET' || method === 'HEAD' || isOurs(raw, origins)) return
    const found = raw.headers.origin ? `from a page of ${raw.headers.origin}` : 'without an Origin'
    const expected = origins.length > 0 ? origins.join(' or ') : `http://localhost:${raw.socket.localPort}`
    throw new Problem('origin-refused', `The request came ${found}. Expected: ${expected}.`)
  })
}

/** Hands WebSockets to the terminals. A browser does not keep other sites from opening them, so this does. */
export function guardUpgrades(app: FastifyInstance, parts: { terminals: Gateway; origins: string[] }): void {
  app.server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy())
    if (isOurs(request, parts.origins)) return parts.terminals.upgrade(request, socket, head)
    app.log.warn({ origin: request.headers.origin }, 'terminal refused: not a page of this server')
    socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
  })
  app.addHook('preClose', async () => parts.terminals.close())
}
