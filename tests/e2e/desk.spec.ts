import { readFile } from 'node:fs/promises'
import AxeBuilder from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { choose, enter, LocalLabs, region } from './local-labs.ts'
import { expectOnScreen, screen } from './terminal.ts'

const labs = new LocalLabs()
test.beforeAll(() => labs.start())
test.afterAll(() => labs.remove())

const tab = (page: import('@playwright/test').Page, name: string) =>
  page.getByRole('group', { name: 'Terminals' }).getByRole('button', { name, exact: true })

test('a tab per host; splits, new tabs and names are there after a reload, each with its own shell', async ({
  page,
}) => {
  await labs.open(page)
  await region(page).getByRole('textbox').focus()
  await enter(page, 'WHO=first')
  await tab(page, 'host-2').click()
  await expectOnScreen(page, 'root@host-2:~#')
  await tab(page, 'host-1').click()
  await choose(page, 'Split to the right')
  await expect(region(page, 'host-1 (2)').getByRole('textbox')).toBeFocused()
  await expectOnScreen(page, 'root@host-1:~#')
  await enter(page, 'WHO=second; echo "[$WHO]"')
  await expectOnScreen(page, '[second]')
  await choose(page, 'New terminal on host-2')
  await choose(page, 'Rename this tab')
  await page.getByRole('dialog').getByRole('textbox', { name: 'Name' }).fill('logs')
  await page.keyboard.press('Enter')
  await expect(tab(page, 'logs')).toHaveAttribute('aria-pressed', 'true')

  await page.reload()
  await expect(tab(page, 'logs')).toHaveAttribute('aria-pressed', 'true')
  await tab(page, 'host-1 ×2').click()
  await expect(region(page, 'host-1 (2)')).toBeVisible()
  await region(page).getByRole('textbox').focus()
  await enter(page, 'echo "<$WHO>"')
  await expectOnScreen(page, '<first>')

  await choose(page, 'Close host-1')
  await expect(region(page)).toBeHidden()
  await expect(region(page, 'host-1 (2)')).toBeVisible()
})

test('a border moves by pointer and by arrow keys, and the shells follow', async ({ page }) => {
  await labs.open(page)
  await choose(page, 'Split to the right')
  const width = async () => (await region(page).boundingBox())!.width
  const before = await width()
  const border = page.getByRole('separator', { name: 'Size of host-1' })
  const { x, y } = (await border.boundingBox())!
  await page.mouse.move(x + 2, y + 50)
  await page.mouse.down()
  await page.mouse.move(x + 102, y + 50, { steps: 5 })
  await page.mouse.up()
  await expect.poll(width).toBeGreaterThan(before + 80)
  const dragged = await width()
  await border.focus()
  await page.keyboard.press('ArrowLeft')
  await expect.poll(width).toBeLessThan(dragged)
  await region(page).getByRole('textbox').focus()
  const sizes = async () => {
    await enter(page, 'clear; stty size | sed "s/^/size /"')
    await expectOnScreen(page, /size \d+ \d+\n/)
    const shown = /size (\d+ \d+)\n/.exec(await screen(page))?.[1]
    return shown === (await page.evaluate(() => `${window.term?.rows} ${window.term?.cols}`))
  }
  await expect.poll(sizes).toBe(true)
})

test('tasks and terminals are shown alone, both, or the other way round, and stay so', async ({ page }) => {
  await labs.open(page)
  const tasks = page.getByRole('region', { name: 'Tasks' })
  const shown = page.getByRole('group', { name: 'What is shown of the lab' })
  const leftOf = async () => (await tasks.boundingBox())!.x < (await region(page).boundingBox())!.x
  expect(await leftOf()).toBe(true)
  const border = page.getByRole('separator', { name: 'Width of the task list' })
  const width = async () => (await tasks.boundingBox())!.width
  const before = await width()
  await border.focus()
  await page.keyboard.press('ArrowRight')
  await expect.poll(width).toBeGreaterThan(before)
  await shown.getByRole('button', { name: 'Swap' }).press('Enter')
  expect(await leftOf()).toBe(false)
  const swapped = await width()
  await border.focus()
  await page.keyboard.press('ArrowLeft')
  await expect.poll(width).toBeGreaterThan(swapped)
  await shown.getByRole('button', { name: 'Terminals' }).press('Enter')
  await expect(tasks).toBeHidden()
  await page.reload()
  await expect(region(page)).toBeVisible()
  await expect(tasks).toBeHidden()
  await shown.getByRole('button', { name: /^Tasks/ }).click()
  await expect(region(page)).toBeHidden()
  await shown.getByRole('button', { name: 'Both' }).click()
  await expect(tasks).toBeVisible()
  expect(await leftOf()).toBe(false)
  await region(page).getByRole('textbox').focus()
  await enter(page, 'echo still-$((6*7))')
  await expectOnScreen(page, 'still-42')
})

test('full screen, larger text, search, the text alternative and the transcript as a file', async ({ page }) => {
  await labs.open(page)
  await region(page).getByRole('textbox').focus()
  await enter(page, 'for n in 1 2 3; do echo "needle $n"; done')
  await expectOnScreen(page, 'needle 3')
  const rows = () => page.evaluate(() => window.term?.rows ?? 0)
  const before = await rows()

  await page.keyboard.press('Control+Shift+F')
  await page.keyboard.type('needle ')
  await expect(page.getByRole('search')).toContainText(/of [45]/)
  await page.keyboard.press('Escape')
  await expect(region(page).getByRole('textbox')).toBeFocused()
  await expect.poll(rows).toBe(before)

  await choose(page, 'Full screen')
  await expect.poll(rows).toBeGreaterThan(before)
  const { width } = (await region(page).boundingBox())!
  expect(width).toBe(page.viewportSize()?.width)
  await choose(page, 'Full screen')
  await expect.poll(rows).toBe(before)
  await choose(page, 'Larger text')
  await choose(page, 'Larger text')
  await expect.poll(rows).toBeLessThan(before)

  await choose(page, 'Read as text')
  const text = page.getByRole('dialog').getByRole('textbox', { name: 'Text of host-1' })
  await expect(text).toBeFocused()
  expect(await text.inputValue()).toMatch(/needle 1\nneedle 2\nneedle 3\nroot@host-1/)
  await page.getByRole('button', { name: 'Close' }).click()
  const [download] = await Promise.all([page.waitForEvent('download'), choose(page, 'Save as text')])
  expect(download.suggestedFilename()).toBe('host-1.txt')
  expect(await readFile(await download.path(), 'utf8')).toContain('needle 1\nneedle 2\nneedle 3\n')
})

test('copy and paste by the keys people know; where the browser forbids, there is a box to paste into', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await labs.open(page)
  await region(page).getByRole('textbox').focus()
  await enter(page, 'clear; echo copy-me')
  await expectOnScreen(page, /^copy-me/m)
  await page.evaluate(() => window.term?.select(0, 0, 7))
  await page.keyboard.press('Control+Shift+C')
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('copy-me')
  await page.keyboard.type('echo pasted-')
  await choose(page, 'Paste')
  await page.keyboard.press('Enter')
  await expectOnScreen(page, '\npasted-copy-me')

  await page.evaluate(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }))
  await choose(page, 'Paste')
  await page.getByRole('textbox', { name: 'Text to paste' }).fill('echo from-the-box')
  await page.getByRole('button', { name: 'Paste', exact: true }).click()
  await page.keyboard.press('Enter')
  await expectOnScreen(page, '\nfrom-the-box')
})

test('what a program prints cannot reach the page, the clipboard or the prompt', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await labs.open(page)
  await page.evaluate(() => navigator.clipboard.writeText('mine'))
  const title = await page.title()
  await region(page).getByRole('textbox').focus()
  const sequences = [
    '\\e]0;evil\\a',
    '\\e]2;evil\\a',
    '\\e]52;c;ZXZpbA==\\a',
    '\\e[21t',
    '\\e]52;c;?\\a',
    '\\eP$qm\\e\\\\',
  ]
  await enter(page, `clear; printf '${sequences.join('')}'; echo done-$((1+1))`)
  await expectOnScreen(page, 'done-2')
  await enter(page, 'echo clean-$((1+1))')
  await expectOnScreen(page, /# echo clean-\$\(\(1\+1\)\)\nclean-2/)
  expect(await page.title()).toBe(title)
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('mine')
  expect(await screen(page)).not.toContain('evil\n')
})

test('a screen reader gets the output politely and line by line; Escape and Tab lead out', async ({ page }) => {
  await labs.open(page)
  const input = region(page).getByRole('textbox')
  await expect(input).toHaveAccessibleDescription('Esc then Tab leaves the terminal')
  await choose(page, 'Read output out')
  await expect(input).toBeFocused()
  await enter(page, 'echo said-$((1+1))')
  await expect(
    region(page)
      .getByRole('listitem')
      .filter({ hasText: /^said-2$/ }),
  ).toHaveCount(1)
  await expect(region(page).locator('[aria-live="polite"]')).toContainText('said-2')
  await page.keyboard.press('Escape')
  await page.keyboard.press('Tab')
  await expect(input).not.toBeFocused()
  const { violations } = await new AxeBuilder({ page }).include('#lab').analyze()
  expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
  await choose(page, 'Read output out')
})

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing with splits, search and the menu open, in ${colorScheme} colours`, async ({ page }) => {
    await page.emulateMedia({ colorScheme })
    await labs.open(page)
    await choose(page, 'Split to the right')
    await page.getByRole('button', { name: 'Find in the terminal' }).click()
    await page.getByRole('button', { name: 'Terminal menu' }).click()
    const { violations } = await new AxeBuilder({ page }).include('#lab').analyze()
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([])
  })
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true })

  test('the row of keys gives what its keyboard lacks, and nothing is wider than the screen', async ({ page }) => {
    await labs.open(page)
    const tasks = page.getByRole('region', { name: 'Tasks' })
    await expect(tasks).toBeHidden()
    await page.getByRole('button', { name: /^Tasks/ }).tap()
    await expect(tasks).toBeVisible()
    await expect(region(page)).toBeHidden()
    await page.getByRole('button', { name: 'Terminals' }).tap()
    const keys = page.getByRole('group', { name: 'Keys' })
    await region(page).getByRole('textbox').focus()
    await page.keyboard.type('echo one')
    await keys.getByRole('button', { name: 'Pipe' }).tap()
    await page.keyboard.type('cat ')
    await keys.getByRole('button', { name: 'Minus' }).tap()
    await page.keyboard.press('Enter')
    await expectOnScreen(page, /echo one\|cat -\none\n/)
    await keys.getByRole('button', { name: 'Up' }).tap()
    await expectOnScreen(page, /one\n.*# echo one\|cat -$/)
    await keys.getByRole('button', { name: 'Control' }).tap()
    await page.keyboard.type('c')
    // Bash mixes keys that come at once after Ctrl-C with the line that it gives up.
    await expectOnScreen(page, /\^C\nroot@host-1:~#$/)
    await page.keyboard.type('sleep 60')
    await page.keyboard.press('Enter')
    await keys.getByRole('button', { name: 'Control' }).tap()
    await page.keyboard.type('c')
    await expectOnScreen(page, /sleep 60\n\^C\n/)
    await expect(region(page).getByRole('textbox')).toBeFocused()
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
    const [row, last] = await Promise.all([keys.boundingBox(), keys.getByRole('button').last().boundingBox()])
    expect(last!.x + last!.width).toBeLessThanOrEqual(row!.x + row!.width + 1)
  })
})
