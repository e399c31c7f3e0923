// Entry of a process of its own: node keeper.ts --socket <path>. It outlives the server, so that a restarted server finds
// every shell and screen as it was.
import { chmodSync, rmSync, statSync } from 'node:fs'
import { connect } from 'node:net'
import { parseArgs } from 'node:util'
import { whenIdle } from './idle.ts'
import { createKeeperServer } from './keeper-server.ts'

/** Without shells and viewers for this long, nobody needs it. */
const IDLE_MS = 60_000

const { values } = parseArgs({ options: { socket: { type: 'string' } } })
if (!values.socket) throw new Error('Expected: keeper.ts --socket <path>')
const path = values.socket

const log = (message: string) => console.log(`${new Date().toISOString()} [${process.pid}] ${message}`)
const keeper = createKeeperServer()

// A fault in one shell must not end the others.
process.on('uncaughtException', (error) => log(`fault: ${error.stack}`))

if (await listen()) {
  chmodSync(path, 0o600)
  log(`listens on ${path}`)
  const { ino } = statSync(path)
  whenIdle(keeper.busy, IDLE_MS, () => end(ino))
} else {
  log('another keeper is there already')
}

/** False when another keeper answers at this path. */
async function listen(): Promise<boolean> {
  if (await bind()) return true
  if (await answers()) return false
  rmSync(path, { force: true })
  return bind()
}

function bind(): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const failed = (error: NodeJS.ErrnoException) => (error.code === 'EADDRINUSE' ? resolve(false) : reject(error))
    keeper.server.once('error', failed)
    keeper.server.listen(path, () => {
      keeper.server.off('error', failed)
      resolve(true)
    })
  })
}

function answers(): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path)
    socket.on('connect', () => resolve(true)).on('error', () => resolve(false))
    socket.on('connect', () => socket.destroy())
  })
}

function end(inode: number): void {
  log('idle, ends')
  // The path may be another keeper's by now.
  if (statSync(path, { throwIfNoEntry: false })?.ino === inode) rmSync(path)
  process.exit(0)
}
