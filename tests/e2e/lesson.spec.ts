import { expect, test } from '@playwright/test'
import { expectOnScreen, LESSON, screen, startLab, task, type, url } from './terminal.ts'

const states = ['network', 'same-network', 'mtu', 'name', 'service']

test('a guest repairs the incident in the terminal, every task turns green, and sign-up keeps it all', async ({
  page,
}) => {
  await page.goto(url('/'))
  await page.getByRole('navigation', { name: 'Site' }).getByRole('link', { name: 'Lessons' }).click()
  await page.getByRole('heading', { name: 'Names that resolve' }).getByRole('link').click()
  await expect(page.getByRole('button', { name: 'Start lab' })).toBeVisible()
  await page.goto(url(LESSON))
  await startLab(page)
  for (const id of states) await expect(task(page, id)).toHaveAttribute('data-outcome', 'fail')
  await expect(task(page, 'service')).toContainText('Connection refused')

  // The values drawn for this attempt are on the page.
  const net = (await page.locator('[data-var="net"]').first().textContent())!
  const port = (await page.locator('[data-var="port"]').first().textContent())!
  await type(page, 'export MARK=before-reload')

  await type(page, `docker network create --opt com.docker.network.driver.mtu=1400 ${net}`)
  await expect(task(page, 'network')).toHaveAttribute('data-outcome', 'pass')
  await type(page, `docker network connect ${net} redis && docker network disconnect bridge redis`)
  await type(
    page,
    `docker rm -f api && docker run -d --name api --network ${net} -e REDIS_URL=redis://redis:6379 -p ${port}:8080 api`,
  )
  for (const id of states) await expect(task(page, id)).toHaveAttribute('data-outcome', 'pass')

  await type(page, `echo address=$(docker inspect -f '{{(index .NetworkSettings.Networks "${net}").IPAddress}}' redis)`)
  await expectOnScreen(page, /address=\d+\.\d+\.\d+\.\d+\n/)
  const address = /address=(\d+\.\d+\.\d+\.\d+)\n/.exec(await screen(page))![1]!
  await task(page, 'address').getByRole('textbox').fill('10.0.0.1')
  await task(page, 'address').getByRole('textbox').press('Enter')
  await expect(task(page, 'address')).toHaveAttribute('data-outcome', 'fail')
  await task(page, 'address').getByRole('textbox').fill(address)
  await task(page, 'address').getByRole('textbox').press('Enter')
  await expect(task(page, 'address')).toHaveAttribute('data-outcome', 'pass')
  await expect(page.getByText('Completed.')).toBeVisible()

  await page.locator('.lab-done').getByRole('link', { name: 'Docker and the firewall' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Docker and the firewall' })).toBeVisible()
  await page.goBack()
  for (const id of [...states, 'address']) await expect(task(page, id)).toHaveAttribute('data-outcome', 'pass')
  await expectOnScreen(page, 'export MARK=before-reload')
  await type(page, 'echo still-$MARK')
  await expectOnScreen(page, '\nstill-before-reload')

  await page.goto(url('/sign-up/'))
  const name = `learner-${Date.now()}`
  await page.getByLabel('Name').fill(name)
  await page.getByLabel('Password').fill('correct horse battery')
  await page.getByRole('button', { name: 'Sign up' }).click()
  await expect(page.getByText(name).first()).toBeVisible()
  await page.goto(url(LESSON))
  await expectOnScreen(page, 'still-before-reload')

  // Broken again: the task re-opens, the lab stays completed.
  await type(page, 'docker stop -t 0 redis')
  await expect(task(page, 'name')).toHaveAttribute('data-outcome', 'fail')
  await expect(page.getByText('Completed.')).toBeVisible()

  await page.goto(url('/account/'))
  await page.getByRole('button', { name: 'Sign out' }).click()
  await page.waitForURL(url('/'))
  await page.goto(url('/sign-in/'))
  await page.getByLabel('Name').fill(name)
  await page.getByLabel('Password').fill('a wrong password')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByText('do not belong together')).toBeVisible()
  await page.getByLabel('Password').fill('correct horse battery')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByText(name).first()).toBeVisible()
  await page.goto(url('/account/'))
  await expect(page.getByRole('main')).toContainText('Names that resolve')

  await page.goto(url(LESSON))
  await page.getByRole('button', { name: 'Stop' }).click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /Stop|End/ })
    .click()
  await expect(page.getByRole('button', { name: /Start/ }).first()).toBeVisible()

  await page.goto(url('/account/'))
  await page.locator('[data-part="passed"] summary').click()
  await expect(page.locator('[data-part="passed"]')).toContainText(/Passed .*resolves: /s)
  await page.locator('[data-part="runs"] summary').first().click()
  await expect(page.locator('[data-part="runs"]')).toContainText('docker network connect')
  await expect(page.locator('[data-part="skills"]')).toContainText(/Names.*6 of \d+ tasks proven\./)
})

test('blocks that wait for their layout have it soon, and at once where the address names a passage', async ({
  page,
}) => {
  const waiting = (path: string) =>
    page.goto(url(path)).then(() =>
      page.evaluate(() => {
        const blocks = [...document.querySelectorAll('.prose > :is(.expressive-code, figure)')]
        return blocks.filter((block) => getComputedStyle(block).contentVisibility === 'auto').length
      }),
    )
  expect(await waiting('/lessons/bridge/#mechanism')).toBe(0)
  await waiting('/lessons/bridge/')
  await expect(page.locator('.prose > .expressive-code').last()).toHaveCSS('content-visibility', 'visible')
})
