import { expect, type Page, test } from '@playwright/test'
import { enterLab, expectOnScreen, leaveLab, screen, type, url } from './terminal.ts'

// Programs of a real lab host. One shell for all of these, as in shell.spec.ts.
let page: Page

test.beforeAll(async ({ browser }) => {
  page = await enterLab(browser)
})
test.afterAll(() => leaveLab(page))
test.beforeEach(async () => {
  await type(page, 'wait; clear')
  await expectOnScreen(page, /^root@host-1:~#\s*$/)
})

const buffer = () => page.evaluate(() => window.term?.buffer.active.type)
const keys = async (...names: string[]) => {
  for (const name of names) await (name.length > 1 ? page.keyboard.press(name) : page.keyboard.type(name))
}

test('vi, less and top take the whole screen and give it back', async () => {
  await type(page, 'vi /root/notes')
  await expect.poll(buffer).toBe('alternate')
  await keys('i')
  await page.keyboard.type('first line')
  await keys('Enter')
  await page.keyboard.type('second')
  await keys('Escape')
  await page.keyboard.type(':wq')
  await keys('Enter')
  await expect.poll(buffer).toBe('normal')
  await type(page, 'cat -A /root/notes')
  await expectOnScreen(page, '\nfirst line$\nsecond$\n')

  await type(page, 'seq 1 500 | less')
  await expect.poll(buffer).toBe('alternate')
  await keys('G')
  await expectOnScreen(page, /\n500\n/)
  await page.keyboard.type('?^250$')
  await keys('Enter')
  await expectOnScreen(page, /(^|\n)250\n251\n/)
  await keys('q')
  await expect.poll(buffer).toBe('normal')

  await type(page, 'top')
  await expectOnScreen(page, /load average/)
  await expectOnScreen(page, /PID USER/)
  await keys('q')
  await expectOnScreen(page, /root@host-1:~#\s*$/)
})

test('docker logs -f and tcpdump print as it happens, and Ctrl-C ends them', async () => {
  await type(page, "docker run -d --name ticker tools sh -c 'n=0; while n=$((n+1)); do echo tick-$n; sleep 0.2; done'")
  await type(page, 'clear; docker logs -f ticker')
  await expectOnScreen(page, /tick-5\n[\s\S]*tick-8\n/)
  await keys('Control+c')
  await expectOnScreen(page, /\^C.*\nroot@host-1:~#\s*$/)
  await type(
    page,
    'clear; docker rm -f ticker; (sleep 1; docker exec api ping -c2 172.17.0.1 >/dev/null) & tcpdump -lni docker0 icmp',
  )
  await expectOnScreen(page, /ICMP echo request[\s\S]*ICMP echo reply/)
  await keys('Control+c')
  await expectOnScreen(page, /packets captured[\s\S]*root@host-1:~#\s*$/)
})

test('colours, wide and joined characters and the mouse arrive as they should', async () => {
  await type(page, String.raw`clear; printf '\e[31mred\e[38;2;1;2;3mtrue\e[0m\n漢字|\n'`)
  await expectOnScreen(page, /^redtrue\n漢字\|\n/)
  const cells = await page.evaluate(() => {
    const { active } = window.term!.buffer
    const cell = (x: number, y: number) => active.getLine(active.baseY + y)!.getCell(x)!
    return {
      red: cell(0, 0).getFgColor(),
      true: cell(3, 0).getFgColor(),
      wide: cell(0, 1).getWidth(),
      after: cell(4, 1).getChars(),
    }
  })
  expect(cells).toEqual({ red: 1, true: 0x010203, wide: 2, after: '|' })

  await type(page, String.raw`printf '\e[?1000h\e[?1006h'; cat -v`)
  await expect.poll(() => page.evaluate(() => window.term?.modes.mouseTrackingMode)).toBe('vt200')
  await page.locator('.xterm-screen').click({ position: { x: 40, y: 40 } })
  await keys('Enter')
  await expectOnScreen(page, /\^\[\[<0;\d+;\d+M/)
  await keys('Control+c')
  await type(page, String.raw`printf '\e[?1000l\e[?1006l'`)
  await expect.poll(() => page.evaluate(() => window.term?.modes.mouseTrackingMode)).toBe('none')
})

test('a block of the lesson is typed with one click, and runs when the learner presses Enter', async () => {
  const block = page.locator('.prose figure:not([data-norun]):has(pre[data-language="bash"])').first()
  const code = (await block.locator('pre').innerText()).trim().split('\n')[0]!.slice(0, 20)
  await page
    .getByRole('button', { name: /^Run in terminal/ })
    .first()
    .click({ timeout: 10_000 })
  await expectOnScreen(page, code)
  await expect(page.getByRole('region', { name: 'Terminal host-1' }).getByRole('textbox')).toBeFocused()
  expect((await screen(page)).match(/root@host-1:~#/g)).toHaveLength(1)
  await keys('Enter')
  await expectOnScreen(page, /root@host-1:~#[\s\S]*root@host-1:~#\s*$/)
})

test('a click on an address opens it in a page of its own', async () => {
  await type(page, `clear; echo ${url('/labs/')}`)
  await expectOnScreen(page, new RegExp(`^${RegExp.escape(url('/labs/'))}\n`))
  const opened = page.context().waitForEvent('page')
  await page.locator('.xterm-screen').hover({ position: { x: 60, y: 8 } })
  await page.locator('.xterm-screen').click({ position: { x: 60, y: 8 } })
  const other = await opened
  await other.waitForURL(url('/labs/'))
  expect(await other.evaluate(() => window.opener)).toBeNull()
  await other.close()
})
