import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import type { Attempts } from '../attempt/attempts.ts'
import { type Accounts, requireAccount } from '../auth/index.ts'
import { Problem } from '../errors/index.ts'
import type { OpenTerminal, TerminalTicket } from '../protocol/index.ts'
import { closeWith } from './connection.ts'
import { Crowd } from './crowd.ts'
import { MAX_FRAME_BYTES } from './frame.ts'
import type { Keeper } from './keeper-client.ts'
import { relay } from './relay.ts'
import { parseTerminalUrl, type Terminal } from './terminal.ts'
import { type Claim, Tickets } from './tickets.ts'

/** Somebody who types is there; telling so more often changes nothing. */
const TOUCH_MS = 10_000
/** WebSocket close code, https://www.iana.org/assignments/websocket/websocket.xhtml */
const SERVICE_RESTART = 1012
/** For a browser to answer that it closes; one that is gone must not keep the server. */
const LEAVE_MS = 1000
/** Connections at once: some tabs of a full lab, and a class behind one address. */
const MOST = { owner: 48, address: 600 }

/** What the terminals need from the rest of the server. */
export interface GatewayParts {
  keeper: Keeper
  accounts: Pick<Accounts, 'identify'>
  attempts: Pick<Attempts, 'shell' | 'touch' | 'view'>
  log: { error(details: object, message: string): void }
}

/** The terminals: tickets for who owns the lab, WebSockets for who has one, relayed to the keeper. */
export interface Gateway {
  /** A ticket for one connection. Throws Problem `attempt-unknown`, `host-unknown`, `attempt-not-ready`. */
  ticket(claim: Claim): TerminalTicket
  /** The terminals that were opened in an attempt. Throws Problem `attempt-unknown`. */
  list(attempt: string, owner: string): Promise<OpenTerminal[]>
  /** Ends a terminal and what runs in it. Throws as `ticket` does. */
  end(terminal: Terminal, owner: string): Promise<void>
  /** Takes a connection over. Its Origin was checked already. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
  /** Ends every connection; the shells stay. */
  close(): void
}

export function createGateway({ keeper, accounts, attempts, log }: GatewayParts): Gateway {
  const server = new WebSocketServer({ noServer: true, maxPayload: MAX_FRAME_BYTES, skipUTF8Validation: true })
  const tickets = new Tickets()
  const crowd = new Crowd(MOST)

  const connect = async (browser: WebSocket, request: IncomingMessage) => {
    const { terminal, ticket } = parseTerminalUrl(request.url ?? '/')
    const account = requireAccount(await accounts.identify(request.headers.cookie))
    const { attempt, host } = terminal
    const command = attempts.shell(attempt, account.id, host)
    const claim = tickets.redeem(ticket)
    if (!claim || claim.owner !== account.id || keyOf(claim) !== keyOf(terminal))
      throw new Problem('ticket-refused', 'The ticket for this terminal is used, too old, or for something else.')
    const leave = crowd.enter(claim)
    browser.on('close', leave)
    const shell = await keeper.view(keyOf(terminal), command)
    relay(
      browser,
      shell,
      touchSometimes(() => attempts.touch(attempt)),
    )
    // Gone while the keeper was asked: its close came before the relay listened.
    if (browser.readyState !== browser.OPEN) {
      leave()
      shell.close()
    }
  }

  return {
    ticket(claim) {
      attempts.shell(claim.attempt, claim.owner, claim.host)
      return { ticket: tickets.issue(claim) }
    },
    async list(attempt, owner) {
      attempts.view(attempt, owner)
      const shells = await keeper.list()
      return shells.flatMap(({ key, running }) => {
        const [of, host, n] = key.split('/')
        return of === attempt && host ? [{ host, n: Number(n), running }] : []
      })
    },
    async end(terminal, owner) {
      attempts.shell(terminal.attempt, owner, terminal.host)
      await keeper.closeShells(keyOf(terminal))
    },
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

const keyOf = ({ attempt, host, n }: Terminal) => `${attempt}/${host}/${n}`

function touchSometimes(touch: () => void): () => void {
  let touchedAt = 0
  return () => {
    if (Date.now() - touchedAt < TOUCH_MS) return
    touchedAt = Date.now()
    touch()
  }
}
