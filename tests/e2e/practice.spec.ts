import { expect, test } from '@playwright/test'
import { url } from './terminal.ts'

test('a question is studied: an answer, the rubric, what was found, and when it comes again', async ({ page }) => {
  await page.goto(url('/practice/'))
  await page.getByLabel('Topic').selectOption('dns')
  const listed = page.locator('li[data-question]:visible')
  expect(
    await listed.evaluateAll((items) => [...new Set(items.map((item) => item.getAttribute('data-topic')))]),
  ).toEqual(['dns'])
  await page.getByRole('link', { name: /Who answers, and how does the question get there/ }).click()

  const answer = page.getByLabel('Your answer')
  await answer.fill('resolv.conf names 127.0.0.11. dockerd answers on a socket in the namespace.')
  await page.reload()
  await expect(answer).toHaveValue(/dockerd answers/)
  await page.getByRole('button', { name: 'Compare with the rubric' }).click()
  await expect(page.getByRole('heading', { name: 'What a good answer holds' })).toBeFocused()
  const point = (id: string) => page.locator(`li[data-point="${id}"]`)
  await expect(point('resolv-conf').getByRole('checkbox')).toBeChecked()
  await expect(point('dockerd')).toContainText('Found: dockerd')
  await expect(point('dnat').getByRole('checkbox')).not.toBeChecked()
  await point('dnat').getByRole('checkbox').check()
  await page.getByRole('button', { name: /^Good/ }).click()
  await expect(page.getByText(/This question comes again/)).toBeVisible()

  await page.reload()
  await expect(page.getByText('Last time: 3 of 6 points, "good".')).toBeVisible()
  await page.goto(url('/practice/'))
  await expect(page.locator('[data-part="new"]')).toHaveText(/^\d+$/)
  await page.getByLabel('State').selectOption('new')
  await expect(page.locator('li[data-question="embedded-dns"]')).toBeHidden()
})

test('a mock interview asks again what was left out, goes on after a reload, and reports', async ({ page }) => {
  await page.goto(url('/practice/mock/'))
  await page.getByRole('radio', { name: 'junior' }).check()
  await page.getByRole('button', { name: 'Begin' }).click()
  await expect(page.getByText('Question 1 of 3')).toBeVisible()
  await expect(page.getByRole('timer')).toContainText('min left')
  const answer = page.getByLabel('Your answer')
  await answer.fill('I would look at the name first.')
  const asked = await page.getByRole('heading', { level: 2 }).first().textContent()
  await page.reload()
  await expect(page.getByRole('heading', { name: asked! })).toBeVisible()
  await expect(answer).toHaveValue('I would look at the name first.')
  await page.getByRole('button', { name: 'Answer' }).click()
  await expect(page.getByText('Question 1 of 3, follow-up')).toBeVisible()
  await page.reload()
  await expect(page.getByText('Question 1 of 3, follow-up')).toBeVisible()
  await page.getByRole('button', { name: "I don't know" }).click()
  await page.getByRole('button', { name: 'End the interview' }).click()
  await expect(page.getByRole('heading', { name: 'Report' })).toBeFocused()
  await expect(page.getByText(/^\d+ of \d+ points\./)).toBeVisible()
  await expect(page.getByText('Left out')).toBeVisible()
  await page.reload()
  await expect(page.getByRole('button', { name: 'Begin' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'Earlier ones' })).toBeVisible()
})

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false })

  test('a question can be read with its rubric', async ({ page }) => {
    await page.goto(url('/practice/embedded-dns/'))
    await page.getByText('Show the rubric without answering').click()
    await expect(page.getByRole('heading', { name: 'A good answer', exact: true })).toBeVisible()
    await expect(page.getByRole('button', { name: 'Compare with the rubric' })).toBeHidden()
  })
})
