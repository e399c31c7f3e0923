import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, type Page } from '@playwright/test'
import { root } from '../../setup/paths.mjs'
import { screen } from './terminal.ts'

const PATH = '/labs/names-that-resolve/?measure'

/** A server whose labs are shells of this machine: it starts at once, and may be killed and started again. */
export class LocalLabs {
  readonly folder = mkdtempSync(join(tmpdir(), 'pb-'))
  #server: ChildProcess | undefined
  #port = '0'

  async start(): Promise<void> {
    const args = [join(root, 'server/bench/local-labs.ts'), '--data', this.folder, '--port', this.#port]
    this.#server = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
    this.#port = await new Promise((resolve, reject) => {
      this.#server?.stdout?.on('data', (chunk) => {
        const port = /ready: http:\/\/127\.0\.0\.1:(\d+)/.exec(String(chunk))?.[1]
        if (port) resolve(port)
      })
      this.#server?.once('exit', (code) => reject(new Error(`The server ended with ${code} before it was ready.`)))
    })
  }

  async stop(signal: NodeJS.Signals = 'SIGKILL'): Promise<void> {
    const server = this.#server
    if (!server || server.exitCode !== null) return
    const ended = once(server, 'exit')
    server.kill(signal)
    await ended
  }

  /** Ends the server and its keeper, shells included. */
  async remove(): Promise<void> {
    await this.stop()
    const log = readFileSync(join(this.folder, 'run/keeper.log'), 'utf8')
    for (const [, pid] of log.matchAll(/\[(\d+)\] listens/g)) {
      try {
        process.kill(Number(pid))
      } catch {
        // Ended by itself.
      }
    }
    rmSync(this.folder, { recursive: true, force: true, maxRetries: 5 })
  }

  /** A page with a lab that runs and a prompt in its first terminal. */
  async open(page: Page): Promise<void> {
    await page.goto(`http://127.0.0.1:${this.#port}${PATH}`)
    const start = page.getByRole('button', { name: 'Start lab' })
    await expect(start.or(region(page))).toBeVisible()
    if (await start.isVisible()) await start.click()
    await expect(region(page)).toBeVisible()
    await expect.poll(() => screen(page)).toContain('root@host-1:~#')
  }
}

/** A terminal by its name, `host-1` or `host-1 (2)`. */
export const region = (page: Page, name = 'host-1') =>
  page.getByRole('region', { name: `Terminal ${name}`, exact: true })

/** Types a line into the terminal that has the focus. */
export async function enter(page: Page, line: string): Promise<void> {
  await page.keyboard.type(line)
  await page.keyboard.press('Enter')
}

/** Chooses an entry of the terminals' menu. */
export async function choose(page: Page, entry: string): Promise<void> {
  await page.getByRole('button', { name: 'Terminal menu' }).click()
  await page.getByRole('group', { name: 'Terminal menu' }).getByRole('button', { name: entry, exact: true }).click()
}
