import { chromium, type Page } from '@playwright/test'
import { spawn } from 'node-pty'
import { provideChromium } from '../../setup/chromium.mjs'
import { buildSite } from '../../setup/site.mjs'
import { bringUp, newSpec } from '../attempt/play.ts'
import { Stage } from '../bench/index.ts'
import type { Lab } from '../catalog/index.ts'
import type { Attempt, LabHosts, ShellCommand } from '../lab-host/index.ts'
import { labNamed, withHosts } from './workshop.ts'

const LIFE_MS = 10 * 60_000
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
]
const PROMPT = 'root@host-1'

/** A shell of a lab host on a page of a real browser, and another one of the same host without a browser. */
export interface TerminalPage {
  page: Page
  bare: BareShell
  hosts: LabHosts
  lab: Lab
  attempt: Attempt
  /** The server of the page, which does not judge by itself. */
  stage: Stage
}

/** Brings both up, and takes them away after the work. */
export async function withTerminalPage<T>(
  say: (text: string) => void,
  work: (both: TerminalPage) => Promise<T>,
): Promise<T> {
  const lab = await labNamed('names-that-resolve')
  await provideChromium(say)
  await buildSite(say)
  return withHosts(async (hosts) => {
    const spec = newSpec(lab, { owner: 'cli:bench', expiresAt: Date.now() + LIFE_MS, seed: 1 })
    const attempt = await bringUp(hosts, lab, spec, say)
    const command = hosts.shell(attempt, attempt.hosts[0]!.name)
    const stage = new Stage()
    const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ARGUMENTS })
    try {
      await stage.start('--shell', JSON.stringify(command))
      const page = await (await browser.newContext({ viewport: { width: 1440, height: 900 } })).newPage()
      await page.goto(`${stage.origin}/labs/${lab.id}/?measure`)
      await page.getByRole('button', { name: 'Start lab' }).click()
      await page.waitForFunction(() => window.term?.modes.bracketedPasteMode)
      await page.getByRole('region', { name: 'Terminal host-1' }).getByRole('textbox').focus()
      const size = await page.evaluate(() => ({ cols: window.term?.cols ?? 80, rows: window.term?.rows ?? 24 }))
      return await work({ page, bare: await BareShell.start(command, size), hosts, lab, attempt, stage })
    } finally {
      await browser.close()
      await stage.remove()
      await hosts.remove(spec.id)
    }
  })
}

interface Size {
  cols: number
  rows: number
}

/** The same shell under node-pty, as near as one can be: what the machine itself needs. */
export class BareShell {
  readonly #pty: ReturnType<typeof spawn>
  #seen: (data: string) => void = () => {}

  private constructor({ file, args }: Pick<ShellCommand, 'file' | 'args'>, size: Size) {
    this.#pty = spawn(file, args, { name: 'xterm-256color', ...size })
    this.#pty.onData((data) => this.#seen(data))
  }

  static async start(command: Pick<ShellCommand, 'file' | 'args'>, size: Size, prompt = PROMPT): Promise<BareShell> {
    const shell = new BareShell(command, size)
    await shell.until('', prompt)
    return shell
  }

  end(): void {
    this.#pty.kill()
  }

  /** Types the keys, and tells after how many ms the text came. */
  until(keys: string, text: string): Promise<number> {
    let tail = ''
    const start = performance.now()
    const done = new Promise<number>((resolve) => {
      this.#seen = (data) => {
        tail = (tail + data).slice(-4096)
        if (tail.includes(text)) resolve(performance.now() - start)
      }
    })
    this.#pty.write(keys)
    return done
  }
}
