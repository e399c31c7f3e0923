import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AttemptView } from '../protocol/index.ts'

const READY = /ready: (http:\/\/127\.0\.0\.1:(\d+))/

/** A server of local labs (`local-labs.ts`) as a process of its own; it may be killed and started again. */
export class Stage {
  readonly folder = mkdtempSync(join(tmpdir(), 'pb-'))
  origin = ''
  /** With `--guests`: who is there, with which lab. */
  guests: { cookie: string; attempt: string }[] = []
  #server: ChildProcess | undefined
  #port = '0'

  async start(...options: string[]): Promise<void> {
    const entry = fileURLToPath(new URL('./local-labs.ts', import.meta.url))
    const args = [entry, '--data', this.folder, '--port', this.#port, ...options]
    const server = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] })
    this.#server = server
    let output = ''
    await new Promise<void>((resolve, reject) => {
      server.stdout.on('data', (chunk) => {
        output += chunk
        if (READY.test(output)) resolve()
      })
      server.once('exit', (code) => reject(new Error(`The server ended with ${code} before it was ready.`)))
    })
    const [, origin = '', port = '0'] = READY.exec(output) ?? []
    this.origin = origin
    this.#port = port
    this.guests = [...output.matchAll(/^guest (\S+) (\S+)$/gm)].map(([, cookie = '', attempt = '']) => ({
      cookie,
      attempt,
    }))
  }

  /** What its labs show from now on. */
  tell(shown: Partial<AttemptView>): void {
    this.#server?.stdin?.write(`${JSON.stringify(shown)}\n`)
  }

  /** Process ids of the server and of the keeper. */
  get pids(): number[] {
    return [this.#server?.pid ?? 0, ...this.#keepers().slice(-1)]
  }

  async stop(signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    const server = this.#server
    if (!server || server.exitCode !== null || server.signalCode !== null) return
    const ended = once(server, 'exit')
    server.kill(signal)
    await ended
  }

  /** Ends the server and its keeper, shells included. */
  async remove(): Promise<void> {
    await this.stop()
    for (const pid of this.#keepers()) {
      try {
        process.kill(pid)
      } catch {
        // Ended by itself.
      }
    }
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 })
  }

  #keepers(): number[] {
    const log = readFileSync(join(this.folder, 'run/keeper.log'), 'utf8')
    return [...log.matchAll(/\[(\d+)\] listens/g)].map(([, pid]) => Number(pid))
  }
}
