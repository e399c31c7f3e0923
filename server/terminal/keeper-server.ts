import { createServer, type IncomingMessage, type Server } from 'node:http'
import { json } from 'node:stream/consumers'
import { WebSocketServer } from 'ws'
import { type ErrorCode, Problem } from '../errors/index.ts'
import { serveViewer } from './connection.ts'
import { MAX_FRAME_BYTES } from './frame.ts'
import { type Command, spawnPty } from './pty.ts'
import { Shells } from './shells.ts'

/**
 * Speaks for the shells: `PUT /shells/<attempt>/<host>/<n>` (a Command) ensures, `DELETE` of it or of `/shells/<attempt>`
 * closes, `GET /` lists, and a WebSocket on `/shells/<attempt>/<host>/<n>` views. Not listening yet.
 */
export function createKeeperServer(): { server: Server; busy: () => boolean } {
  const shells = new Shells(spawnPty)
  const sockets = new WebSocketServer({ noServer: true, maxPayload: MAX_FRAME_BYTES, skipUTF8Validation: true })
  const server = createServer((request, response) => {
    answer(shells, request).then(
      (body) => response.end(JSON.stringify(body)),
      (error: Error) => response.writeHead(400).end(JSON.stringify(refusalOf(error))),
    )
  })
  server.on('upgrade', (request, socket, head) => {
    sockets.handleUpgrade(request, socket, head, (client) =>
      serveViewer(client, (size) => {
        const shell = shells.open(keyOf(request), size)
        // Closed meanwhile. Whether the lab is over or only reset, the server tells who connects again.
        if (!shell) throw new Problem('terminal-unreachable', 'This shell was closed.')
        return shell
      }),
    )
  })
  const busy = () => sockets.clients.size > 0 || shells.list().some((shell) => shell.running)
  return { server, busy }
}

async function answer(shells: Shells, request: IncomingMessage): Promise<unknown> {
  const key = keyOf(request)
  if (request.method === 'PUT') shells.ensure(key, (await json(request)) as Command)
  if (request.method === 'DELETE') shells.close(key)
  return shells.list()
}

function refusalOf(error: Error): { code: ErrorCode; message: string } {
  return { code: error instanceof Problem ? error.code : 'internal', message: error.message }
}

/** `/shells/a/b` → `a/b`. */
function keyOf({ url = '' }: IncomingMessage): string {
  return decodeURIComponent(url.replace(/^\/shells\//, ''))
}
