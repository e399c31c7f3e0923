import { expect, test } from '@playwright/test'
import { enter, LocalLabs, region } from './local-labs.ts'
import { expectOnScreen, screen } from './terminal.ts'

const labs = new LocalLabs()
test.beforeAll(() => labs.start())
test.afterAll(() => labs.remove())

/** A program that prints a number every 20 ms: what is missing or comes twice is seen. */
const COUNT = 'n=0; while [ $n -lt 400 ]; do n=$((n+1)); echo "line $n"; sleep 0.02; done; echo counted'
/** What is typed meanwhile is echoed between the lines. */
const numbers = (text: string) => [...text.matchAll(/line (\d+)/g)].map(([, n]) => Number(n))
const ALL = Array.from({ length: 400 }, (_, n) => n + 1)

test('a killed server is back with the same shell, and no line is missing or twice', async ({ page }) => {
  await labs.open(page)
  await region(page).getByRole('textbox').focus()
  await enter(page, `clear; ${COUNT}`)
  await expectOnScreen(page, 'line 50')
  await labs.stop('SIGKILL')
  await expect(region(page)).toHaveAttribute('data-link', 'reconnecting')
  await page.keyboard.type('echo typed-while-away')
  await labs.start()
  await expect(region(page)).toHaveAttribute('data-link', 'open')
  await expectOnScreen(page, /counted\n/)
  expect(numbers(await screen(page))).toEqual(ALL)
  await page.keyboard.press('Enter')
  await expectOnScreen(page, /\ntyped-while-away\n/)
  expect((await screen(page)).match(/^typed-while-away$/gm)).toHaveLength(1)
})

test('sockets that are cut again and again lose and repeat nothing, of what is shown and of what is typed', async ({
  page,
}) => {
  const sockets: { close(): Promise<void> }[] = []
  await page.routeWebSocket(/terminals/, (socket) => {
    socket.connectToServer()
    sockets.push(socket)
  })
  await labs.open(page)
  await region(page).getByRole('textbox').focus()
  await enter(page, `clear; ${COUNT}; cat`)
  await expectOnScreen(page, 'line 20')
  const typed: string[] = []
  for (let cut = 1; cut <= 4; cut++) {
    const before = sockets.length
    typed.push(`word-${cut}`)
    await page.keyboard.type(`word-${cut} `)
    await sockets.at(-1)?.close()
    await expect.poll(() => sockets.length).toBeGreaterThan(before)
    await expect(region(page)).toHaveAttribute('data-link', 'open')
  }
  await page.keyboard.press('Enter')
  await expectOnScreen(page, /counted\n/)
  const text = await screen(page)
  expect(numbers(text)).toEqual(ALL)
  expect(text.split('counted\n')[1]).toContain(typed.join(' '))
})

test('a laptop that was closed: asleep while the connection dies, awake it shows all that was printed meanwhile', async ({
  page,
  context,
}) => {
  await labs.open(page)
  await region(page).getByRole('textbox').focus()
  await enter(page, `clear; ${COUNT}`)
  await expectOnScreen(page, 'line 20')
  const laptop = await context.newCDPSession(page)
  await laptop.send('Page.setWebLifecycleState', { state: 'frozen' })
  await labs.stop('SIGKILL')
  await labs.start()
  const asleep = numbers(await screen(page)).length
  expect(asleep).toBeLessThan(400)
  await laptop.send('Page.setWebLifecycleState', { state: 'active' })
  await expectOnScreen(page, /counted\n/)
  await expect(region(page)).toHaveAttribute('data-link', 'open')
  expect(numbers(await screen(page))).toEqual(ALL)
})

test('another device and a reload find the same screen, a full-screen program included', async ({ page, context }) => {
  await labs.open(page)
  await region(page).getByRole('textbox').focus()
  // Far more output than is kept, after the program took the alternate screen.
  const program = String.raw`printf '\e[?1049h\e[H'; seq 1 200000; printf '\e[2J\e[Hin front'; read -rsn1; printf '\e[?1049l'; echo left-$((1+1))`
  await enter(page, `clear; ${program}`)
  await expectOnScreen(page, /^in front$/)
  const there = (one: typeof page) => one.evaluate(() => window.term?.buffer.active.type)
  const device = await context.newPage()
  await labs.open(page.context() === context ? device : page).catch(() => {})
  for (const one of [page, device]) {
    if (one === page) await page.reload()
    await expectOnScreen(one, /^in front$/)
    expect(await there(one)).toBe('alternate')
  }
  await device.bringToFront()
  await region(device).getByRole('textbox').focus()
  await device.keyboard.press('q')
  for (const one of [page, device]) await expectOnScreen(one, 'left-2')
})

test('a terminal that was opened elsewhere is found, and one that ends elsewhere says so', async ({
  page,
  context,
}) => {
  await labs.open(page)
  await page.getByRole('button', { name: 'New terminal', exact: true }).click()
  await expect(region(page, 'host-1 (2)').getByRole('textbox')).toBeFocused()
  await expectOnScreen(page, 'root@host-1')
  await enter(page, 'MARK=$((40+2)); echo here-$MARK')
  await expectOnScreen(page, 'here-42')
  // As another device: the layout is not known there.
  const other = await context.newPage()
  await other.addInitScript(() => {
    for (const key of Object.keys(localStorage)) if (key.startsWith('terminals:')) localStorage.removeItem(key)
  })
  await labs.open(other)
  await other.getByRole('button', { name: 'host-1 (2)', exact: true }).click()
  await expectOnScreen(other, 'here-42')
  await enter(other, 'exit 3')
  await expect(region(page, 'host-1 (2)')).toContainText('The shell ended with code 3.')
  await page.getByRole('button', { name: 'New shell' }).click()
  await expect(region(page, 'host-1 (2)')).toHaveAttribute('data-link', 'open')
})

test('a lab that ends says why', async ({ page }) => {
  await labs.open(page)
  await page.getByRole('button', { name: 'Stop' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Stop the lab' }).click()
  await expect(region(page)).toBeHidden()
  await expect(page.getByText('The lab has ended. You')).toBeVisible()
})
