import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { root } from '../setup/paths.mjs'

const READY = /ready: (\S+)\n/

export type Settings = Record<string, string>

/** A server that is ready, as people start it: a process of its own. */
export interface RunningServer {
  origin: string
  process: ChildProcess
  /** Ends it with this signal, and waits for that. */
  stop(signal?: NodeJS.Signals): Promise<void>
}

function spawnServer(settings: Settings) {
  const child = spawn(process.execPath, [join(root, 'server/main.ts')], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { ...process.env, PORT: '0', LOG_LEVEL: 'warn', PATCHBAY_WARM: '0', ...settings },
  })
  const output = { stdout: '', stderr: '' }
  child.stdout.on('data', (chunk) => {
    output.stdout += chunk
  })
  child.stderr.on('data', (chunk) => {
    output.stderr += chunk
  })
  return { child, output, ended: once(child, 'exit') as Promise<[number | null]> }
}

export async function startServer(settings: Settings = {}): Promise<RunningServer> {
  const { child, output, ended } = spawnServer(settings)
  const origin = await new Promise<string>((resolve, reject) => {
    child.stdout.on('data', () => {
      const ready = READY.exec(output.stdout)?.[1]
      if (ready) resolve(ready)
    })
    void ended.then(([code]) =>
      reject(new Error(`The server ended with ${code} before it was ready.\n${output.stderr}`)),
    )
  })
  const stop = async (signal: NodeJS.Signals = 'SIGTERM') => {
    child.kill(signal)
    await ended
  }
  return { origin, process: child, stop }
}

/** Starts a server that is expected to refuse, and waits for its end. Rejects when it becomes ready instead. */
export async function refusedServer(
  settings: Settings,
): Promise<{ code: number | null; stdout: string; stderr: string }> {
  const { child, output, ended } = spawnServer(settings)
  child.stdout.on('data', () => READY.test(output.stdout) && child.kill('SIGKILL'))
  const [code] = await ended
  if (READY.test(output.stdout)) throw new Error('Expected the server to refuse; it became ready.')
  return { code, ...output }
}

/** A place for a server's data and sockets; `remove` ends its keeper too. */
export function newFolder(): { settings: { PATCHBAY_DATA: string; PATCHBAY_RUN: string }; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'pb-'))
  const settings = { PATCHBAY_DATA: join(folder, 'data'), PATCHBAY_RUN: join(folder, 'run') }
  const remove = () => {
    for (const keeper of keepersOf(settings.PATCHBAY_RUN)) {
      try {
        process.kill(keeper)
      } catch {
        // Ended by itself.
      }
    }
    rmSync(folder, { recursive: true, force: true })
  }
  return { settings, remove }
}

/** Process ids of the keepers that were started for a folder of sockets. */
function keepersOf(runFolder: string): number[] {
  try {
    const log = readFileSync(join(runFolder, 'keeper.log'), 'utf8')
    return [...log.matchAll(/\[(\d+)\] listens/g)].map(([, pid]) => Number(pid))
  } catch {
    return []
  }
}
