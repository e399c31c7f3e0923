import { spawn } from 'node:child_process'
import { closeSync, mkdirSync, openSync } from 'node:fs'
import { request } from 'node:http'
import { connect } from 'node:net'
import { extname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { WebSocket } from 'ws'
import { Problem } from '../errors/index.ts'
import { MAX_FRAME_BYTES } from './frame.ts'
import type { Command } from './pty.ts'
import type { ShellView } from './shells.ts'

/** Raised when server and keeper no longer understand each other: a new server then starts a keeper of its own. */
const PROTOCOL = 2
const START_MS = 30_000
const ANSWER_MS = 5000
/** Longer paths do not fit into a socket's address on every system. */
const MAX_PATH_BYTES = 100

/** The process that owns the shells, as the server sees it. Each call starts it when it is not there. */
export interface Keeper {
  /**
   * A connection to the shell of this key, `<attempt>/<host>/<n>`, which begins with `command` when there is none. Throws
   * `terminal-unreachable`, `too-many-terminals`.
   */
  view(key: string, command: Command): Promise<WebSocket>
  /** Ends one shell by its key, or all of an attempt, and forgets their screens. */
  closeShells(keyOrAttempt: string): Promise<void>
  list(): Promise<ShellView[]>
}

/** `runDir`: a folder for the keeper's socket and log, made when missing. Throws Problem `terminal-unreachable`. */
export async function connectKeeper(runDir: string): Promise<Keeper> {
  mkdirSync(runDir, { recursive: true, mode: 0o700 })
  const socketPath = join(runDir, `keeper-${PROTOCOL}.sock`)
  if (Buffer.byteLength(socketPath) > MAX_PATH_BYTES) throw pathTooLong(socketPath)

  let starting: Promise<void> | undefined
  const start = () => {
    starting ??= startKeeper(socketPath, join(runDir, 'keeper.log')).finally(() => {
      starting = undefined
    })
    return starting
  }
  const ask = async (method: string, path: string, body?: unknown) => {
    try {
      return await askKeeper(socketPath, method, path, body)
    } catch (error) {
      if (error instanceof Problem) throw error
      await start()
      return askKeeper(socketPath, method, path, body)
    }
  }

  await ask('GET', '/')
  return {
    async view(key, command) {
      const path = `/shells/${encodeURIComponent(key)}`
      await ask('PUT', path, command)
      return openSocket(socketPath, path)
    },
    closeShells: async (keyOrAttempt) => {
      await ask('DELETE', `/shells/${encodeURIComponent(keyOrAttempt)}`)
    },
    list: () => ask('GET', '/'),
  }
}

async function startKeeper(socketPath: string, logFile: string): Promise<void> {
  const log = openSync(logFile, 'a', 0o600)
  // Beside this file, also when both were bundled.
  const entry = fileURLToPath(new URL(`./keeper${extname(import.meta.url)}`, import.meta.url))
  const child = spawn(process.execPath, [entry, '--socket', socketPath], {
    detached: true,
    stdio: ['ignore', log, log],
  })
  child.on('error', () => {})
  child.unref()
  closeSync(log)
  const deadline = Date.now() + START_MS
  for (;;) {
    try {
      return void (await askKeeper(socketPath, 'GET', '/'))
    } catch (cause) {
      if (Date.now() > deadline) throw unreachable(`The keeper of the shells did not start; see ${logFile}.`, cause)
      await sleep(25)
    }
  }
}

function askKeeper(socketPath: string, method: string, path: string, body?: unknown): Promise<ShellView[]> {
  const { promise, resolve, reject } = Promise.withResolvers<ShellView[]>()
  const signal = AbortSignal.timeout(ANSWER_MS)
  const outgoing = request({ socketPath, method, path, signal, agent: false }, async (response) => {
    const answer = await text(response)
    if (response.statusCode === 200) resolve(JSON.parse(answer))
    else reject(refusal(answer))
  })
  outgoing.on('error', reject)
  outgoing.end(body === undefined ? undefined : JSON.stringify(body))
  return promise
}

function refusal(answer: string): Problem {
  const { code, message } = JSON.parse(answer)
  return new Problem(code, message)
}

function openSocket(socketPath: string, path: string): Promise<WebSocket> {
  const socket = new WebSocket(`ws://keeper${path}`, {
    createConnection: () => connect(socketPath),
    perMessageDeflate: false,
    maxPayload: MAX_FRAME_BYTES,
    skipUTF8Validation: true,
    handshakeTimeout: ANSWER_MS,
  })
  const { promise, resolve, reject } = Promise.withResolvers<WebSocket>()
  socket.once('open', () => resolve(socket))
  socket.on('error', (cause) => reject(unreachable('The keeper of the shells does not answer.', cause)))
  return promise
}

function pathTooLong(path: string): Problem {
  const found = `The path ${path} has ${Buffer.byteLength(path)} bytes; a socket's path may have ${MAX_PATH_BYTES}.`
  return new Problem('terminal-unreachable', found, { remedy: 'Choose a data folder with a shorter path.' })
}

function unreachable(message: string, cause?: unknown): Problem {
  return new Problem('terminal-unreachable', message, { cause })
}
