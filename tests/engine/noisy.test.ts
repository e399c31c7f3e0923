import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { LimitWatch } from '../../server/attempt/limit-watch.ts'
import type { Attempt } from '../../server/lab-host/index.ts'
import { newLabHosts, specOf } from './lab.ts'

// One learner uses up whatever there is, for a few seconds. They are told what they met; a neighbour does not notice.
const hosts = newLabHosts()
/** Ten times what an echo may take on a quiet machine. */
const ECHO_P95_MS = 500
let noisy: Attempt
let neighbour: Attempt
let echo: (text: string) => Promise<void>
let hangUp: () => void

beforeAll(async () => {
  ;[noisy, neighbour] = (await Promise.all([
    hosts.create(specOf({ images: ['tools'] }), () => {}),
    hosts.create(specOf(), () => {}),
  ])) as [Attempt, Attempt]
  openShell()
})
afterAll(async () => {
  hangUp?.()
  await Promise.all([noisy, neighbour].filter(Boolean).map(({ spec }) => hosts.remove(spec.id)))
  await hosts.close()
})

/** The neighbour's shell, as a terminal has it. */
function openShell(): void {
  const { file, args } = hosts.shell(neighbour, 'host-1', { tty: false })
  const shell = spawn(file, args, { stdio: ['pipe', 'pipe', 'ignore'] })
  const lines = createInterface({ input: shell.stdout })
  echo = async (text) => {
    shell.stdin.write(`echo ${text}\n`)
    for (;;) if (String((await once(lines, 'line'))[0]).endsWith(text)) return
  }
  hangUp = () => shell.kill()
}

async function neighbourIsWell(): Promise<void> {
  const times: number[] = []
  for (let turn = 0; turn < 40; turn++) {
    const began = performance.now()
    await echo(`turn-${turn}-${began}`)
    times.push(performance.now() - began)
  }
  times.sort((a, b) => a - b)
  expect(times[Math.floor(times.length * 0.95)]).toBeLessThan(ECHO_P95_MS)
}

/** Makes noise, which ends by itself, and meanwhile listens to the neighbour. The limits that the learner is told of. */
async function noise(script: string, limits: string[]): Promise<string> {
  const watch = new LimitWatch(hosts)
  // What was counted before is where the watch begins; a look may fail while the noise before this one ends.
  const answer = async () => (await hosts.look(noisy, 'host-1', [{ op: 'limits' }]).catch(() => []))[0]
  await expect.poll(answer, { timeout: 60_000 }).toMatchObject({ op: 'limits' })
  await watch.look(noisy)
  await echo('before')
  const made = hosts.run(noisy, 'host-1', script, {}, 90_000)
  await neighbourIsWell()
  const told = async () => {
    await watch.look(noisy)
    return watch.notices.map(({ limit }) => limit)
  }
  await expect.poll(told, { timeout: 60_000, interval: 500 }).toEqual(expect.arrayContaining(limits))
  const { code, output } = await made
  expect(code, output).toBe(0)
  return output
}

const python = (program: string) => `python3 - <<'PYTHON'\n${program}\nPYTHON`

test('a fork bomb', async () => {
  // Of processes so small that they reach their own limit, not that of memory.
  await noise("sh -c 'f() { f & f & exec sleep 12; }; f' 2>/dev/null", ['processes'])
})

test('a memory hog', async () => {
  await noise(`${python('hog = []\nwhile True: hog.append(b"x" * (16 << 20))')}\nsleep 4`, ['memory'])
})

test('a full disk', async () => {
  await noise('dd if=/dev/zero of=/root/full bs=1M 2>/dev/null; sleep 8; rm /root/full', ['disk'])
})

test('a packet storm', async () => {
  const storm = `
import os, socket, time
end = time.time() + 12
os.fork()
out = socket.socket(socket.AF_PACKET, socket.SOCK_RAW); out.bind(("eth0", 0))
frame = b"\\xff" * 6 + b"\\2\\0\\0\\0\\0\\1" + b"\\x88\\xb5" + b"x" * 46
while time.time() < end:
    for _ in range(200): out.send(frame)`
  await noise(python(storm), ['packets'])
})

test('keys and inotify instances used up', async () => {
  const greed = `
import ctypes, time
libc = ctypes.CDLL(None, use_errno=True)
print("keys", sum(libc.syscall(248, b"user", str(n).encode(), b"x", 1, -2) >= 0 for n in range(300)))
print("instances", sum(libc.inotify_init1(0) >= 0 for _ in range(2000)))
time.sleep(8)`
  const output = await noise(python(greed), ['inotify'])
  expect(output).toContain('keys 0\n')
  expect(Number(/instances (\d+)/.exec(output)?.[1])).toBeLessThanOrEqual(1024)
  const own = python('import ctypes\nprint(ctypes.CDLL(None).inotify_init1(0) >= 0)')
  expect(await hosts.run(neighbour, 'host-1', own, {}, 10_000)).toMatchObject({ output: 'True\n' })
})

test('containers until none starts any more', async () => {
  const many = `
    for number in $(seq 60); do docker run -d tools sleep 300 >/root/made 2>&1 || { cat /root/made; echo "no $number"; break; }; done
    sleep 5; docker rm -f $(docker ps -aq) >/dev/null`
  const output = await noise(many, [])
  expect(output).toMatch(/no \d+/)
})
