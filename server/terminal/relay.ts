import type { WebSocket } from 'ws'
import { Problem } from '../errors/index.ts'
import { Bucket } from './bucket.ts'
import { closeWith } from './connection.ts'
import { refused } from './frame.ts'

/** Closes a connection that has not answered a ping for this long. */
const HEARTBEAT_MS = 20_000
/** An honest browser leaves at most its window unread; only who acknowledges without reading gets here. */
const MAX_UNREAD_BYTES = 1024 * 1024
/** Frames from one browser: a flood's acknowledgements and a mouse that moves stay far below. */
const FRAMES = { burst: 4000, perSecond: 2000 }
/** A connection that broke, and one closed without a code: neither may be sent, https://www.rfc-editor.org/rfc/rfc6455#section-7.4.1 */
const [NO_CODE, BROKEN] = [1005, 1006]

/** Passes every frame on, both ways, until one side closes; what it closed with reaches the other. */
export function relay(browser: WebSocket, keeper: WebSocket, onInput: () => void): void {
  const frames = new Bucket(FRAMES)
  browser.on('message', (data: Buffer, isBinary) => {
    if (!frames.take()) {
      closeWith(browser, refused(`more than ${FRAMES.perSecond} frames a second`, 'fewer'))
      return keeper.close()
    }
    if (isBinary) onInput()
    keeper.send(data, { binary: isBinary })
  })
  keeper.on('message', (data: Buffer, isBinary) => {
    browser.send(data, { binary: isBinary })
    if (browser.bufferedAmount > MAX_UNREAD_BYTES) {
      closeWith(browser, refused('acknowledgements of output that was not read', 'reading first'))
      keeper.close()
    }
  })
  keeper.on('close', (code, reason) => {
    if (code !== BROKEN) return browser.close(code === NO_CODE ? undefined : code, reason)
    closeWith(browser, new Problem('terminal-unreachable', 'The keeper of the shells is gone.'))
  })
  browser.on('close', () => keeper.close())
  watchHeartbeat(browser)
}

function watchHeartbeat(browser: WebSocket): void {
  let alive = true
  const timer = setInterval(() => {
    if (!alive) return browser.terminate()
    alive = false
    browser.ping()
  }, HEARTBEAT_MS)
  browser.on('pong', () => {
    alive = true
  })
  browser.on('close', () => clearInterval(timer))
}
