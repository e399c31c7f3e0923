import { createHash } from 'node:crypto'
import { expect, type Page, test } from '@playwright/test'
import { enterLab, expectOnScreen, leaveLab, screen, type } from './terminal.ts'

// One shell for all of these: what one leaves behind, the next one finds.
let page: Page

declare global {
  interface Window {
    /** Lines that came since Ctrl-C. */
    linesAfter: number
  }
}

test.beforeAll(async ({ browser }) => {
  page = await enterLab(browser)
})
test.afterAll(() => leaveLab(page))

/** About 2 MB are under way, in the window and the engine's pipes; of a flood that nothing holds back, hundreds would be. */
const MOST_LINES_AFTER = 500_000

test('a flood is on screen, and after Ctrl-C little more of it comes', async () => {
  await type(page, 'yes flood')
  await expectOnScreen(page, /(flood\n){20}/)
  await page.evaluate(() => {
    window.linesAfter = 0
    const count = () => window.linesAfter++
    const pressed = ({ ctrlKey, key }: KeyboardEvent) => ctrlKey && key === 'c' && window.term?.onLineFeed(count)
    addEventListener('keydown', pressed, { capture: true })
  })
  await page.keyboard.press('Control+c')
  await expectOnScreen(page, /\^C\nroot@host-1:~# *$/)
  const lines = await page.evaluate(() => window.linesAfter)
  // At least the line that ^C itself ends.
  expect(lines).toBeGreaterThan(0)
  expect(lines).toBeLessThan(MOST_LINES_AFTER)
  await type(page, 'echo quiet-$((1+1))')
  await expectOnScreen(page, 'quiet-2')
})

test('the shell has the size of the terminal on the page, and follows when that changes', async () => {
  const shellSize = async () => {
    await type(page, 'clear; stty size | sed "s/^/size /"')
    await expectOnScreen(page, /\nsize \d+ \d+\n|^size \d+ \d+\n/)
    return /^size (\d+ \d+)$/m.exec(await screen(page))?.[1]
  }
  const pageSize = () => page.evaluate(() => `${window.term?.rows} ${window.term?.cols}`)
  const before = await pageSize()
  expect(await shellSize()).toBe(before)
  await page.setViewportSize({ width: 1000, height: 900 })
  await expect.poll(pageSize).not.toBe(before)
  const after = await pageSize()
  await expect.poll(shellSize).toBe(after)
})

test('a paste of 300 KB arrives whole', async () => {
  const text = Array.from({ length: 5000 }, (_, n) => `line ${n} `.padEnd(61, 'né☃')).join('\n')
  expect(Buffer.byteLength(text)).toBeGreaterThan(300_000)
  await type(page, 'clear; echo reads-$((1+1)); cat > /root/pasted; sha256sum < /root/pasted')
  // Until then the prompt's bracketed paste is on, and its marks would become part of the file.
  await expectOnScreen(page, 'reads-2')
  await page
    .getByRole('region', { name: 'Terminal host-1' })
    .getByRole('textbox')
    .evaluate((box, text) => {
      const clipboardData = new DataTransfer()
      clipboardData.setData('text/plain', text)
      box.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
    }, `${text}\n`)
  await expectOnScreen(page, 'line 4999 ')
  await page.keyboard.press('Control+d')
  await expectOnScreen(page, createHash('sha256').update(`${text}\n`).digest('hex'))
})

test('without a network the shell is kept, and what was typed meanwhile arrives', async () => {
  await type(page, 'clear; KEPT=$((40+2)); echo before-$KEPT')
  await expectOnScreen(page, 'before-42')
  await page.context().setOffline(true)
  const region = page.getByRole('region', { name: 'Terminal host-1' })
  await expect(region).toHaveAttribute('data-link', 'reconnecting')
  await expect(region).toContainText('Reconnecting')
  await type(page, 'echo meanwhile-$KEPT')
  await page.context().setOffline(false)
  await expect(region).toHaveAttribute('data-link', 'open')
  await expectOnScreen(page, 'meanwhile-42')
  expect((await screen(page)).match(/before-42/g)).toHaveLength(1)
})

test('a shell that ends says so, and a key starts a new one', async () => {
  await type(page, 'exit 3')
  const region = page.getByRole('region', { name: 'Terminal host-1' })
  await expect(region).toContainText('The shell ended with code 3. Press a key for a new one.')
  await page.keyboard.press('Enter')
  await expect(region).toHaveAttribute('data-link', 'open')
  await type(page, 'echo anew-$((1+1))')
  await expectOnScreen(page, 'anew-2')
})
