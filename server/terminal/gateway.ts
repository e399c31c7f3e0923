import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import type { Attempts } from '../attempt/attempts.ts'
import { type Accounts, requireAccount } from '../auth/index.ts'
import { Problem } from '../errors/index.ts'
import { closeWith } from './connection.ts'
import { MAX_FRAME_BYTES } from './frame.ts'
import type { Keeper } from './keeper-client.ts'
import { relay } from './relay.ts'

const PATH = /^\/api\/attempts\/([\w-]+)\/hosts\/([\w-]+)\/terminal$/
/** Somebody who types is there; telling so more often changes nothing. */
const TOUCH_MS = 10_000
/** WebSocket close code, https://www.iana.org/assignments/websocket/websocket.xhtml */
const SERVICE_RESTART = 1012
/** For a browser to answer that it closes; one that is gone must not keep the server. */
const LEAVE_MS = 1000

/** What the terminals need from the rest of the server. */
export interface GatewayParts {
  keeper: Keeper
  accounts: Pick<Accounts, 'identify'>
  attempts: Pick<Attempts, 'shell' | 'touch'>
  log: { error(details: object, message: string): void }
}

/** The terminals' WebSockets: lets in who owns the lab, and relays to the keeper. */
export interface Gateway {
  /** Takes a connection over. Its Origin was checked already. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
  /** Ends every connection; the shells stay. */
  close(): void
}

export function createGateway({ keeper, accounts, attempts, log }: GatewayParts): Gateway {
  const server = new WebSocketServer({ noServer: true, maxPayload: MAX_FRAME_BYTES, skipUTF8Validation: true })

  const connect = async (browser: WebSocket, request: IncomingMessage) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost')
    const [, attempt, host] = PATH.exec(pathname) ?? []
    if (!attempt || !host) throw new Problem('not-found', `There is no terminal at ${pathname}.`)
    const account = requireAccount(await accounts.identify(request.headers.cookie))
    const shell = await keeper.view(attempt, host, attempts.shell(attempt, account.id, host))
    relay(
      browser,
      shell,
      touchSometimes(() => attempts.touch(attempt)),
    )
    // Gone while the keeper was asked: its close came before the relay listened.
    if (browser.readyState !== browser.OPEN) shell.close()
  }

  return {
    upgrade(request, socket, head) {
      server.handleUpgrade(request, socket, head, (browser) => {
        // After a frame that is no WebSocket frame, or far too long, ws closes the connection by itself.
        browser.on('error', () => {})
        browser.pause()
        connect(browser, request)
          .catch((error) => {
            if (!(error instanceof Problem) || error.status >= 500) log.error({ err: error }, 'terminal not opened')
            closeWith(browser, error)
          })
          .finally(() => browser.resume())
      })
    },
    close() {
      for (const browser of server.clients) {
        browser.close(SERVICE_RESTART)
        setTimeout(() => browser.terminate(), LEAVE_MS).unref()
      }
      server.close()
    },
  }
}

function touchSometimes(touch: () => void): () => void {
  let touchedAt = 0
  return () => {
    if (Date.now() - touchedAt < TOUCH_MS) return
    touchedAt = Date.now()
    touch()
  }
}
