import { type Browser, expect, type Page } from '@playwright/test'

export const url = (path: string) => `${process.env.PATCHBAY_URL}${path}`
/** `?measure` shows the terminal's memory to `screen`. */
export const LESSON = '/lessons/dns/?measure'

/** The text on the terminal's screen and above it, lines joined as they were wrapped; empty while no terminal is open. */
export function screen(page: Page): Promise<string> {
  return page.evaluate(() => {
    const buffer = window.term?.buffer.active
    let text = ''
    if (!buffer) return text
    for (let row = 0; row < buffer.length; row++) {
      const line = buffer.getLine(row)
      text += `${line?.isWrapped || row === 0 ? '' : '\n'}${line?.translateToString(true) ?? ''}`
    }
    return text.trimEnd()
  })
}

export async function expectOnScreen(page: Page, text: string | RegExp): Promise<void> {
  await expect
    .poll(() => screen(page), { timeout: 30_000 })
    .toMatch(typeof text === 'string' ? new RegExp(RegExp.escape(text)) : text)
}

/** Types a command as a learner does and waits for the prompt after it. */
export async function type(page: Page, command: string): Promise<void> {
  const terminal = page.getByRole('region', { name: 'Terminal host-1' })
  await terminal.getByRole('textbox').focus()
  await page.keyboard.type(command)
  await page.keyboard.press('Enter')
}

/** Starts the lab from the page's button and waits for the prompt. */
export async function startLab(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Start lab' }).first().click()
  await expect(page.getByRole('region', { name: 'Terminal host-1' })).toBeVisible({ timeout: 60_000 })
  await expectOnScreen(page, /root@host-1:~# $|root@host-1:~#$/)
}

export const task = (page: Page, id: string) => page.locator(`li[data-task="${id}"]`)

/** The cookie's lab, removed: other tests need its place. */
export async function stopLab(page: Page): Promise<void> {
  const options = { headers: { origin: process.env.PATCHBAY_URL! } }
  const { attempt } = await (await page.request.get(url('/api/labs/names-that-resolve/attempt'))).json()
  if (attempt) await page.request.delete(url(`/api/attempts/${attempt.id}`), options)
}

/** A visitor of its own with the lesson's lab running, for all tests of a file; `leaveLab` ends both. */
export async function enterLab(browser: Browser): Promise<Page> {
  const page = await (await browser.newContext()).newPage()
  await page.goto(url(LESSON))
  await startLab(page)
  return page
}

export async function leaveLab(page: Page): Promise<void> {
  await stopLab(page)
  await page.context().close()
}
