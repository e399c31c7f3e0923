import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { afterEach, expect, test } from 'vitest'
import { CREDIT_BYTES } from './credit.ts'
import { type Pty, spawnPty } from './pty.ts'

const PROGRAM = fileURLToPath(new URL('../lab-host/paced-shell.pl', import.meta.url))
const SIZE = { cols: 77, rows: 33 }
const running: Pty[] = []

afterEach(() => {
  for (const pty of running.splice(0)) pty.kill()
})

/** A paced shell of this machine; `credit`: output is wanted as it comes. */
function open({ credit = true, paced = ['perl', PROGRAM, 'bash', '--norc', '--noprofile'] } = {}) {
  const pty = spawnPty({ file: 'env', args: ['bash'], paced: ['PS1=# ', 'HISTFILE=', ...paced] }, SIZE)
  running.push(pty)
  const shell = { pty, text: '', taken: 0, code: undefined as number | undefined }
  pty.onData((bytes) => {
    shell.text += bytes.toString('latin1')
    if (credit) pty.allow(shell.text.length + CREDIT_BYTES)
  })
  pty.onExit((code) => {
    shell.code = code
  })
  const type = (keys: string) =>
    pty.write(Buffer.from(keys, 'latin1'), (count) => {
      shell.taken += count
    })
  const until = async (there: () => boolean) => {
    while (!there()) await new Promise((resolve) => setTimeout(resolve, 2))
  }
  const sees = (text: string) => until(() => shell.text.includes(text))
  return Object.assign(shell, { type, until, sees })
}

/** Waits until no output has come for a while. */
async function still(shell: { text: string }): Promise<number> {
  for (let before = -1; before !== shell.text.length; ) {
    before = shell.text.length
    await new Promise((resolve) => setTimeout(resolve, 300))
  }
  return shell.text.length
}

test('without more credit a flood stops at the byte, and goes on by what is given', async () => {
  const shell = open({ credit: false })
  shell.type('yes\r')
  await shell.until(() => shell.text.length === CREDIT_BYTES)
  expect(await still(shell)).toBe(CREDIT_BYTES)
  shell.pty.allow(CREDIT_BYTES + 100_000)
  await shell.until(() => shell.text.length >= CREDIT_BYTES + 98_304)
  expect(await still(shell)).toBe(CREDIT_BYTES + 98_304)
})

test('megabytes arrive complete and in order', async () => {
  const shell = open()
  shell.type('stty -opost; seq 1 300000; echo done\r')
  await shell.sees('done\n')
  const lines = Array.from({ length: 300_000 }, (_, n) => `${n + 1}\n`).join('')
  const start = shell.text.indexOf('1\n2\n3\n')
  const found = shell.text.slice(start, start + lines.length)
  expect(createHash('md5').update(found).digest('hex')).toBe(createHash('md5').update(lines).digest('hex'))
}, 20_000)

test('every typed byte arrives once, those that look like credit too', async () => {
  const shell = open()
  const typed = '\xff\x00\xff\xff\x08a\r'.repeat(20)
  shell.type('stty raw -echo; echo go; head -c 140 | od -An -v -tx1 -w140; stty sane\r')
  await shell.sees('go\n')
  const before = shell.taken
  shell.type(typed)
  const hex = Buffer.from(typed, 'latin1').toString('hex').replace(/../g, ' $&')
  await shell.sees(hex)
  expect(shell.taken - before).toBe(typed.length)
})

test('keys typed before the shell is there are taken once', async () => {
  const shell = open()
  shell.type('echo "$((40 + 2))"\r')
  await shell.sees('42\r\n')
  expect(shell.text.match(/40 \+ 2/g)!.length).toBeLessThanOrEqual(2)
})

test('behind input that nobody reads, output goes on without credit', async () => {
  const shell = open({ credit: false })
  shell.type('stty raw -echo; yes\r')
  await shell.until(() => shell.text.length === CREDIT_BYTES)
  shell.type('z'.repeat(200_000))
  await shell.until(() => shell.text.length > 2 * CREDIT_BYTES)
})

test('what is typed is echoed to its end, without credit too', async () => {
  const shell = open({ credit: false })
  shell.type('echo reads-$((1+1)); cat > /dev/null\r')
  await shell.sees('reads-2')
  const lines = Array.from({ length: 8000 }, (_, n) => `line ${n} `.padEnd(60, 'x'))
  shell.type(`${lines.join('\r')}\r`)
  await shell.sees(`\r\n${lines.at(-1)}\r\n`)
  for (const line of lines) expect(shell.text).toContain(`\r\n${line}\r\n`)
})

test('the size is the terminal’s, at the start and later', async () => {
  const shell = open()
  shell.type('stty size\r')
  await shell.sees('33 77')
  shell.pty.resize({ cols: 100, rows: 20 })
  shell.type('sleep 0.1; stty size\r')
  await shell.sees('20 100')
})

test('the end comes with the shell’s own code, after the last byte, whoever still has the terminal open', async () => {
  const shell = open()
  shell.type('sleep 30 & seq 1 5000; exit 7\r')
  await shell.until(() => shell.code !== undefined)
  expect(shell.code).toBe(7)
  expect(shell.text).toContain('\n5000\r\n')
  const killed = open()
  killed.type('kill -KILL $$\r')
  await killed.until(() => killed.code !== undefined)
  expect(killed.code).toBe(137)
})

test('a program that does not greet is a shell like any other', async () => {
  const shell = open({ paced: ['bash', '-c', 'echo hello; cat'], credit: false })
  shell.type('a\xffb\r')
  await shell.sees('hello')
  await shell.sees('a\xffb')
})
