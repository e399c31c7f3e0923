import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { MAX_INPUT_BYTES, WINDOW_BYTES } from '../protocol/index.ts'
import { connectKeeper, type Keeper } from './keeper-client.ts'
import { TestBrowser } from './test-browser.ts'

// A busy machine takes its time to start processes.
vi.setConfig({ testTimeout: 60_000 })

const bash = { file: 'env', args: ['PS1=ready> ', 'bash', '--norc', '--noprofile'] }

let runDir: string
let keeper: Keeper
let attempts = 0

beforeAll(async () => {
  runDir = mkdtempSync(join(tmpdir(), 'patchbay-keeper-'))
  keeper = await connectKeeper(runDir)
})
afterAll(async () => {
  for (const { key } of await keeper.list()) await keeper.closeShells(key.split('/')[0]!)
  process.kill(keeperPid())
  rmSync(runDir, { recursive: true })
})

const keeperPid = () => Number(/\[(\d+)\] listens/.exec(readFileSync(join(runDir, 'keeper.log'), 'utf8'))?.[1])
const newAttempt = () => `a${++attempts}`
const view = async (attempt: string, command = bash) =>
  new TestBrowser(await keeper.view(`${attempt}/host-1/1`, command))
const alive = (pid: number) => existsSync(`/proc/${pid}`)

/** Starts a shell, and waits for its prompt. */
async function start(attempt: string) {
  const browser = (await view(attempt)).attach()
  await browser.sees(/ready> $/)
  return browser
}

test('the socket and its folder are for the owner only', () => {
  const [socket] = readdirSync(runDir).filter((name) => name.endsWith('.sock'))
  expect(statSync(join(runDir, socket!)).mode & 0o077).toBe(0)
  expect(statSync(runDir).mode & 0o077).toBe(0)
})

test('a shell has colours, the size of the browser, and follows when that changes', async () => {
  const browser = await start(newAttempt())
  browser.type('echo $TERM/$COLORTERM; stty size\r')
  await browser.sees('xterm-256color/truecolor\r\n24 80')
  browser.send({ type: 'resize', cols: 101, rows: 33 })
  browser.type('stty size\r')
  await browser.sees('33 101')
})

test('a reload finds the same shell and the same bytes', async () => {
  const attempt = newAttempt()
  const before = await start(attempt)
  before.type('x=kept; echo né 😀\r')
  await before.sees(/[^ ]né 😀\r\n.*ready> $/s)
  before.socket.close()
  await before.closed()
  const after = (await view(attempt)).attach()
  await after.sees(before.text)
  expect(after.text).toBe(before.text)
  expect(after.shell).toBe(before.shell)
  after.type('echo still-$x\r')
  await after.sees('still-kept')
})

test('a lost connection goes on where the screen ended', async () => {
  const attempt = newAttempt()
  const before = await start(attempt)
  before.type('echo one; sleep 0.3; echo two\r')
  await before.sees('one\r\n')
  before.socket.terminate()
  const after = (await view(attempt)).attach(before.offset, before.shell)
  await after.sees('two\r\n')
  expect(after.controls[0]).toMatchObject({ type: 'attached', offset: before.offset, reset: false })
  expect(after.text).not.toContain('one')
})

test('two tabs show one shell', async () => {
  const attempt = newAttempt()
  const first = await start(attempt)
  const second = (await view(attempt)).attach()
  second.type('echo from-two\r')
  await first.sees('from-two\r\n')
  await second.sees('from-two\r\n')
  expect(second.shell).toBe(first.shell)
})

test('another attempt has another shell', async () => {
  const [one, two] = [await start(newAttempt()), await start(newAttempt())]
  one.type('secret=42\r')
  two.type('echo "[$secret]"\r')
  await two.sees('[]')
  expect(one.shell).not.toBe(two.shell)
})

test('200,000 lines arrive complete and in order', async () => {
  const browser = await start(newAttempt())
  browser.type('stty -opost; seq 1 200000; echo end\r')
  await browser.sees('end\n', 20_000)
  expect(browser.text).toContain(Array.from({ length: 200_000 }, (_, n) => `${n + 1}\n`).join(''))
}, 30_000)

test('a browser that does not acknowledge holds the program, not the memory', async () => {
  const browser = await start(newAttempt())
  browser.acknowledges = false
  browser.type('yes\r')
  await new Promise((resolve) => setTimeout(resolve, 500))
  expect(browser.offset).toBeLessThanOrEqual(WINDOW_BYTES)
  expect(browser.offset).toBeGreaterThan(WINDOW_BYTES / 2)
})

test('Ctrl-C under a flood is quiet at once', async () => {
  const browser = await start(newAttempt())
  browser.type('yes\r')
  await browser.sees('y\r\ny\r\n')
  await new Promise((resolve) => setTimeout(resolve, 300))
  const before = browser.offset
  browser.type('\x03')
  await browser.sees(/\^C\r\n.*ready> $/s, 1000)
  expect(browser.offset - before).toBeLessThan(4 * WINDOW_BYTES)
})

test('a long paste arrives whole, also when the program writes it back meanwhile', async () => {
  const browser = await start(newAttempt())
  browser.type('stty raw -echo; echo go; head -c 1000000; stty sane\r')
  await browser.sees(/[^ ]go\n/)
  for (let sent = 0; sent < 1_000_000; sent += 50_000) browser.type(Buffer.alloc(50_000, 'p'))
  await browser.sees(/[^ ]go\np{1000000}/)
})

test('a program that does not read its input does not keep the keeper busy', async () => {
  const browser = await start(newAttempt())
  browser.type('stty raw -echo; sleep 30\r')
  await new Promise((resolve) => setTimeout(resolve, 200))
  for (let n = 0; n < 10; n++) browser.type(Buffer.alloc(MAX_INPUT_BYTES, 'p'))
  const ticks = () => {
    const fields = readFileSync(`/proc/${keeperPid()}/stat`, 'utf8').split(' ')
    return Number(fields[13]) + Number(fields[14])
  }
  await new Promise((resolve) => setTimeout(resolve, 200))
  const before = ticks()
  await new Promise((resolve) => setTimeout(resolve, 500))
  expect(ticks() - before).toBeLessThan(15)
})

test('the end of a shell is told, and attaching again starts a new one', async () => {
  const attempt = newAttempt()
  const browser = await start(attempt)
  const first = browser.shell
  browser.type('exit 7\r')
  await browser.sees('exit')
  await expect.poll(() => browser.controls.at(-1)).toEqual({ type: 'exit', code: 7 })
  browser.attach(browser.offset, first)
  await expect.poll(() => browser.shell).not.toBe(first)
  expect(browser.controls.at(-1)).toMatchObject({ type: 'attached', offset: 0, reset: true })
  await browser.sees(/ready> $/)
})

test('a program that is not there ends like a shell', async () => {
  const browser = (await view(newAttempt(), { file: '/nonexistent', args: [] })).attach()
  await expect.poll(() => browser.controls.at(-1)?.type).toBe('exit')
})

test('closing an attempt ends its shells, those of others stay', async () => {
  const [gone, kept] = [newAttempt(), newAttempt()]
  const [browser, other] = [await start(gone), await start(kept)]
  browser.type('echo pid=$$\r')
  await browser.sees(/pid=\d+\r/)
  const pid = Number(/pid=(\d+)\r/.exec(browser.text)?.[1])
  await keeper.closeShells(gone)
  await expect.poll(() => alive(pid)).toBe(false)
  await expect.poll(() => browser.controls.at(-1)?.type).toBe('exit')
  browser.attach()
  expect(await browser.closed()).toBe(4503)
  expect(browser.controls.at(-1)).toMatchObject({ type: 'error', code: 'terminal-unreachable' })
  other.type('echo here\r')
  await other.sees('here\r\n')
  expect((await keeper.list()).map((shell) => shell.key)).not.toContain(`${gone}/host-1`)
})

test.each([
  [
    'input before attach',
    (browser: TestBrowser) => browser.socket.send(Buffer.from('ls')),
    /input first.*attach first/,
  ],
  ['text that is no JSON', (browser: TestBrowser) => browser.socket.send('hello'), /"hello".*JSON/],
  [
    'text that is no UTF-8',
    (browser: TestBrowser) => browser.socket.send(Buffer.from([0xff]), { binary: false }),
    /UTF-8/,
  ],
  [
    'input that is too long',
    (browser: TestBrowser) => browser.socket.send(Buffer.alloc(MAX_INPUT_BYTES + 1)),
    /65537 bytes/,
  ],
  ['an absurd size', (browser: TestBrowser) => browser.send({ type: 'resize', cols: 0, rows: 1e9 }), /cols.*rows/],
])('%s is refused in words, and the others go on', async (_, send, message) => {
  const other = await start(newAttempt())
  const browser = await view(newAttempt())
  send(browser)
  expect(await browser.closed()).toBe(1008)
  expect(browser.controls).toMatchObject([
    { type: 'error', code: 'frame-refused', message: expect.stringMatching(message) },
  ])
  other.type('echo fine\r')
  await other.sees('fine\r\n')
})

test('a frame beyond all bounds closes the connection, and the others go on', async () => {
  const other = await start(newAttempt())
  const browser = (await view(newAttempt())).attach()
  browser.socket.send(Buffer.alloc(2 * 1024 * 1024))
  expect(await browser.closed()).toBe(1009)
  other.type('echo fine\r')
  await other.sees('fine\r\n')
})

test('a second server finds the keeper that is there', async () => {
  const attempt = newAttempt()
  const first = await start(attempt)
  const second = await connectKeeper(runDir)
  const browser = new TestBrowser(await second.view(`${attempt}/host-1/1`, bash)).attach()
  await browser.sees(/ready> $/)
  expect(browser.shell).toBe(first.shell)
})

test('a keeper that died is replaced, its socket file left behind or not', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'patchbay-keeper-'))
  writeFileSync(join(folder, 'keeper-2.sock'), '')
  const client = await connectKeeper(folder)
  const pid = () =>
    Number([...readFileSync(join(folder, 'keeper.log'), 'utf8').matchAll(/\[(\d+)\] listens/g)].at(-1)?.[1])
  const first = pid()
  process.kill(first, 'SIGKILL')
  await expect.poll(() => alive(first)).toBe(false)
  const browser = new TestBrowser(await client.view('a/host-1/1', bash)).attach()
  await browser.sees(/ready> $/)
  expect(pid()).not.toBe(first)
  process.kill(pid(), 'SIGKILL')
  rmSync(folder, { recursive: true })
})

test('a folder whose path is too long for a socket is refused with the remedy', async () => {
  const folder = join(runDir, 'x'.repeat(90))
  await expect(connectKeeper(folder)).rejects.toMatchObject({ remedy: expect.stringContaining('shorter') })
})
