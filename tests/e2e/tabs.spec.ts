import { expect, test } from '@playwright/test'
import { expectOnScreen, LESSON, startLab, stopLab, task, type, url } from './terminal.ts'

test('a second tab shows the same shell, and typing in one shows in the other', async ({ page, context }) => {
  await page.goto(url(LESSON))
  await startLab(page)
  await type(page, 'MARK=$((40+2)); echo first-$MARK')
  await expectOnScreen(page, 'first-42')

  const second = await context.newPage()
  await second.goto(url(LESSON))
  await expectOnScreen(second, 'first-42')
  await type(second, 'echo second-$MARK')
  await expectOnScreen(page, 'second-42')
  await expectOnScreen(second, 'second-42')

  const net = (await page.locator('[data-var="net"]').first().textContent())!
  await type(page, `docker network create ${net}`)
  for (const tab of [page, second]) await expect(task(tab, 'network')).toHaveAttribute('data-outcome', 'pass')

  await second.close()
  await type(page, 'echo alone-$MARK')
  await expectOnScreen(page, 'alone-42')
  await stopLab(page)
  await expect(page.getByRole('button', { name: 'Start again' })).toBeVisible()
})

test('another browser sees nothing of it', async ({ page, browser }) => {
  await page.goto(url(LESSON))
  await startLab(page)
  const { attempt } = await (await page.request.get(url('/api/labs/names-that-resolve/attempt'))).json()
  const stranger = await (await browser.newContext()).newPage()
  await stranger.goto(url(LESSON))
  await expect(stranger.getByRole('button', { name: 'Start lab' }).first()).toBeEnabled()
  const closed = await stranger.evaluate(
    (id) =>
      new Promise((resolve) => {
        const socket = new WebSocket(`/api/attempts/${id}/hosts/host-1/terminals/1`)
        socket.addEventListener('close', ({ code }) => resolve(code))
      }),
    attempt.id,
  )
  expect(closed).toBe(4401)
  await stranger.context().close()
  await stopLab(page)
})
