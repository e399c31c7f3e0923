import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import AxeBuilder from '@axe-core/playwright'
import { expect, type Page, test } from '@playwright/test'
import { expectOnScreen, LESSON, screen, startLab, stopLab, task, url } from './terminal.ts'

const lessons = readdirSync(join(import.meta.dirname, '../../content/lessons')).map(
  (folder) => `/lessons/${folder.replace(/^\d+-/, '')}/`,
)

/** What axe finds: rule, and the elements it means. */
async function faults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary}`),
  )
}

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(`in ${colorScheme} colours`, () => {
    test.use({ colorScheme })

    for (const path of [
      '/',
      '/lessons/',
      ...lessons,
      '/labs/',
      '/labs/names-that-resolve/',
      '/reference/',
      '/reference/triage/port/',
      '/search/?q=dns',
      '/sign-in/',
      '/sign-up/',
      '/account/',
      '/practice/',
      '/practice/embedded-dns/',
      '/practice/mock/',
      '/nowhere/',
    ]) {
      test(`${path} has no fault of access`, async ({ page }) => {
        await page.goto(url(path))
        await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
        expect(await faults(page)).toEqual([])
      })
    }

    test('a lab that runs has no fault of access', async ({ page }) => {
      await page.goto(url(LESSON))
      await startLab(page)
      await expect(task(page, 'service')).toHaveAttribute('data-outcome', 'fail')
      for (const details of await page.locator('li[data-task] details:visible').all())
        await details.locator('summary').click()
      await task(page, 'network')
        .getByRole('button', { name: /Show a hint/ })
        .click()
      expect(await faults(page)).toEqual([])
      await stopLab(page)
    })
  })
}

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the lesson reads to its end, with the values of an example, and says what is missing', async ({ page }) => {
    await page.goto(url('/lessons/dns/'))
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    const text = (await page.getByRole('main').innerText()).replace(/\s+/g, ' ')
    expect(text.length).toBeGreaterThan(5000)
    expect(text).not.toMatch(/\{\{ ?(net|port|lan|host)/)
    await expect(page.locator('[data-var="net"]').first()).toHaveText(/^[a-z-]+$/)
    expect(text).toContain('The text needs no JavaScript, but the terminal does.')
    await expect(page.getByRole('button', { name: 'Start lab' })).toBeHidden()
    await expect(page.locator('li[data-task]')).toHaveCount(6)
    await page.getByRole('link', { name: 'Patchbay' }).first().click()
    await expect(page.getByRole('link', { name: /Names|DNS|resol/i }).first()).toBeVisible()
  })
})

test('with the keyboard alone: start the lab, type, leave the terminal, answer a task, stop the lab', async ({
  page,
}) => {
  const tabTo = async (wanted: ReturnType<Page['locator']>, key = 'Tab') => {
    for (let presses = 0; presses < 200; presses++) {
      if (await wanted.evaluate((element) => element === document.activeElement).catch(() => false)) return
      await page.keyboard.press(key)
    }
    throw new Error(`200 times ${key} did not lead to it`)
  }
  await page.goto(url(LESSON))
  const start = page.getByRole('button', { name: 'Start lab' })
  await expect(start).toBeEnabled()
  await tabTo(start)
  await page.keyboard.press('Enter')
  const region = page.getByRole('region', { name: 'Terminal host-1' })
  await expect(region).toBeVisible({ timeout: 60_000 })
  await expectOnScreen(page, 'root@host-1')

  const input = region.getByRole('textbox')
  await tabTo(input)
  await page.keyboard.type('echo typed-$((40+2))')
  await page.keyboard.press('Enter')
  await expectOnScreen(page, 'typed-42')
  // A Tab alone is the shell's: it completes.
  await page.keyboard.type('docker netw')
  await page.keyboard.press('Tab')
  await expect.poll(() => screen(page)).toMatch(/docker network/)
  await page.keyboard.press('Control+c')
  await expect(input).toBeFocused()

  await page.keyboard.press('Escape')
  await page.keyboard.press('Shift+Tab')
  await expect(input).not.toBeFocused()
  const answer = task(page, 'address').getByRole('textbox')
  await tabTo(answer, 'Shift+Tab')
  await page.keyboard.type('10.0.0.1')
  await page.keyboard.press('Enter')
  await expect(task(page, 'address')).toHaveAttribute('data-outcome', /fail|unobservable/)
  await expect(answer).toBeFocused()

  await tabTo(page.getByRole('button', { name: 'Stop' }), 'Shift+Tab')
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused()
  await tabTo(dialog.getByRole('button', { name: 'Stop the lab' }))
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Start again' })).toBeVisible()
})
