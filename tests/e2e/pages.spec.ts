import { readFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { LocalLabs } from './local-labs.ts'

const labs = new LocalLabs()
test.beforeAll(() => labs.start())
test.afterAll(() => labs.remove())

test('labs are filtered, the address keeps the choice, and the count is told', async ({ page }) => {
  await page.goto(`${labs.origin}/labs/`)
  const count = page.getByRole('status').filter({ hasText: /^\d.* labs$/ })
  const all = /^(\d+) labs$/.exec((await count.textContent())!)![1]
  await page.getByLabel('Topic').selectOption({ label: 'Names' })
  await expect(count).toHaveText(new RegExp(`^\\d+ of ${all} labs$`))
  const listed = page.locator('li[data-progress-lab]:visible')
  expect([...new Set(await listed.evaluateAll((items) => items.map((item) => item.dataset.topic)))]).toEqual(['dns'])
  await page.getByLabel('Kind').selectOption('incident')
  expect(new URL(page.url()).search).toBe('?topic=dns&kind=incident')
  const words = (await count.textContent())!
  await page.reload()
  await expect(count).toHaveText(words)
  await page.getByLabel('Time').selectOption('10')
  await expect(page.getByText('No lab fits.')).toBeVisible()
  await page.getByRole('button', { name: 'Show all' }).press('Enter')
  await expect(count).toHaveText(`${all} labs`)
  expect(new URL(page.url()).search).toBe('')
})

test('a task that must survive a restart is verified when the learner asks, and says meanwhile that it is', async ({
  page,
}) => {
  const check = (check: string, outcome: string, observed: string) => ({
    ...{ check, outcome, observed },
    ...{ expected: 'as wanted', evidence: 'docker ps' },
  })
  const task = (outcome: string, tried: string) => ({
    ...{ id: 'network', title: 'It survives a restart', kind: 'state', outcome, hints: [], verify: true },
    checks: [check('http', 'pass', '200'), check('survives-restart', outcome, tried)],
  })
  const untried = task('unobservable', 'a restart is tried only when you ask for it: Verify')
  // The labs here are shells without a grader: what it says comes from this test.
  const told = { view: {} as Record<string, unknown>, asked: 0 }
  await page.route('**/api/labs/names-that-resolve/attempt', async (route) => {
    const response = await route.fetch()
    const body = await response.json()
    told.view = { ...(body.attempt ?? body), tasks: [untried] }
    await route.fulfill({
      response,
      json: body.attempt === undefined ? told.view : { ...body, attempt: body.attempt && told.view },
    })
  })
  const verified = Promise.withResolvers<void>()
  await page.route('**/tasks/network/verify', async (route) => {
    told.asked++
    await verified.promise
    await route.fulfill({
      json: { ...told.view, revision: Number.MAX_SAFE_INTEGER, tasks: [task('pass', 'everything as before')] },
    })
  })
  await labs.open(page)
  const item = page.locator('[data-task="network"]')
  const verify = item.getByRole('button', { name: 'Verify' })
  await expect(item).toContainText('Verify restarts what has to survive it')
  await verify.press('Enter')
  await expect(item.getByRole('button', { name: 'Verifying…' })).toBeDisabled()
  verified.resolve()
  await expect(item).toHaveAttribute('data-outcome', 'pass')
  await expect(verify).toBeHidden()
  expect(told.asked).toBe(1)
})

test('with the keyboard alone a newcomer comes from home to a lesson, searches, and reads what was found', async ({
  page,
}) => {
  await page.goto(labs.origin)
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: /^Start with/ })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Start lab' })).toBeVisible()

  await page.keyboard.press('/')
  const dialog = page.getByRole('dialog', { name: 'Search' })
  const query = dialog.getByRole('searchbox')
  await expect(query).toBeFocused()
  await page.keyboard.type('masquerade')
  await expect(dialog.getByRole('status')).toHaveText(/^\d+ results for “masquerade”\.$/)
  await page.keyboard.press('ArrowDown')
  await expect(dialog.getByRole('link').first()).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await expect(query).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
  await page.keyboard.press('Control+k')
  await expect(query).toBeFocused()
  await expect(query).toHaveValue('masquerade')
  await page.keyboard.type('MASQUERADE reference')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/reference\/#term-masquerade$/)
})

test('a slip in a query or in an address still leads somewhere', async ({ page }) => {
  await page.goto(`${labs.origin}/search/?q=masqerade`)
  await expect(page.locator('.result').first()).toContainText('MASQUERADE')
  const answer = await page.goto(`${labs.origin}/labs/dns-upsteam/`)
  expect(answer?.status()).toBe(404)
  await expect(page.getByRole('heading', { name: 'Perhaps you meant' })).toBeVisible()
})

test("a guest's own page tells what is kept; all of it can be taken along and deleted", async ({ page }) => {
  await page.goto(`${labs.origin}/account/`)
  await expect(page.getByText('There is nothing here yet.')).toBeVisible()
  await page.goto(`${labs.origin}/practice/embedded-dns/`)
  await page.getByText('Show the rubric without answering').click()
  await page.getByRole('button', { name: /^Good/ }).click()
  await expect(page.getByText(/This question comes again/)).toBeVisible()

  await page.goto(`${labs.origin}/account/`)
  await expect(page.locator('[data-part="figures"] div').last()).toHaveText('Answers in practice1')
  await expect(page.getByRole('heading', { name: 'What next' })).toBeVisible()
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Export as JSON' }).click()
  const record = JSON.parse(readFileSync(await (await download).path(), 'utf8'))
  expect(record).toMatchObject({ account: { guest: true }, practice: { reviews: [{ question: 'embedded-dns' }] } })

  await page.getByRole('button', { name: 'Delete everything' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('heading', { name: 'What next' })).toBeVisible()
  await page.getByRole('button', { name: 'Delete everything' }).click()
  await dialog.getByRole('button', { name: 'Delete everything' }).click()
  await page.waitForURL(`${labs.origin}/`)
  await page.goto(`${labs.origin}/account/`)
  await expect(page.getByText('There is nothing here yet.')).toBeVisible()
})

test('a server that went away is told, and so is its return', async ({ page }) => {
  await page.route('**/api/**', (route) => route.abort())
  await page.goto(`${labs.origin}/lessons/dns/`)
  const told = page.getByText('The server does not answer. You can read on.')
  await expect(told).toBeVisible()
  await page.unroute('**/api/**')
  await page.locator('[data-server-down]').getByRole('button', { name: 'Try again' }).click()
  await expect(told).toBeHidden()
})

test('a lab that this machine cannot run says why, and leads to others on its topic', async ({ page }) => {
  const unavailable = 'The kernel of this machine has no ipvs.'
  await page.route('**/api/labs/*/attempt', (route) => route.fulfill({ json: { attempt: null, unavailable } }))
  await page.goto(`${labs.origin}/labs/names-that-resolve/`)
  await expect(page.getByText(`This lab is not available here. ${unavailable}`)).toBeVisible()
  await expect(page.getByRole('button', { name: 'Start lab' })).toBeHidden()
  await page.getByRole('link', { name: 'Other labs on this topic' }).click()
  await expect(page.getByLabel('Topic')).toHaveValue('dns')
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('the labs are a plain list, the reference reads to its end, the menu opens on a phone', async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 })
    await page.goto(`${labs.origin}/labs/`)
    await expect(page.getByRole('combobox')).toHaveCount(0)
    await expect(page.getByRole('link', { name: 'Names that resolve' })).toBeVisible()
    await page.getByRole('button', { name: 'Menu' }).click()
    await page.getByRole('navigation', { name: 'Site' }).getByRole('link', { name: 'Reference' }).click()
    await expect(page.getByRole('heading', { name: 'Glossary' })).toBeVisible()
    await expect(page.getByRole('link', { name: 'Search' })).toHaveAttribute('href', '/search/')
  })
})
