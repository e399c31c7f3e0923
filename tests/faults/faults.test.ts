import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { AttemptView } from '../../server/protocol/index.ts'
import { LAB, Visitor } from '../engine/visitor.ts'
import { type RunningServer, startServer } from '../server.ts'
import { OwnMachine } from './own-machine.ts'

// Whatever is killed, at whatever moment: afterwards a lab is whole, or ended with its reason, and nothing is left over.

const machine = new OwnMachine()
let server: RunningServer
let learner: Visitor
const origin = () => server.origin

beforeAll(async () => {
  await machine.start()
  await machine.startLabEngine()
  server = await startServer(machine.settings)
}, 900_000)
beforeEach(() => {
  learner = new Visitor(origin)
})
afterEach(async () => {
  const { attempt } = (await learner.send('GET', `/api/labs/${LAB}/attempt`)).body
  if (attempt) await learner.send('DELETE', `/api/attempts/${attempt.id}`)
})
afterAll(async () => {
  await server?.stop()
  if (server) for (const pid of keepers()) kill(pid)
  await machine.remove()
}, 120_000)

const kill = (pid: number) => {
  try {
    process.kill(pid, 'SIGKILL')
  } catch {
    // Ended by itself.
  }
}
const keepers = () =>
  [...readFileSync(join(machine.settings.PATCHBAY_RUN, 'keeper.log'), 'utf8').matchAll(/\[(\d+)\] listens/g)].map(
    ([, pid]) => Number(pid),
  )
const left = (id: string) => machine.labs('ps', '--all', '--quiet', '--filter', `label=patchbay.id=${id}`)
const ended = ({ state }: AttemptView) => state === 'ended' || state === 'failed'
const ready = ({ state }: AttemptView) => state === 'ready'
const reset = (id: string) => learner.send('POST', `/api/attempts/${id}/reset`)

async function killServer(): Promise<void> {
  const { port: PORT } = new URL(server.origin)
  await server.stop('SIGKILL')
  server = await startServer({ ...machine.settings, PORT })
}

/** Starts the lab, and goes on once its hosts are being made. */
async function startHalf(): Promise<string> {
  const { body } = await learner.send('POST', `/api/labs/${LAB}/attempt`)
  await expect.poll(() => left(body.id), { timeout: 60_000 }).not.toBe('')
  return body.id
}

/** A lab with one task passed. */
async function startPassed(): Promise<AttemptView> {
  const view = await learner.startLab()
  const terminal = await learner.terminal(view.id)
  terminal.type(`docker network create ${view.vars.net}\r`)
  return learner.sees(view.id, ({ tasks }) => tasks[0]?.passedAt !== undefined)
}

async function expectProgressKept(): Promise<void> {
  const { labs } = (await learner.send('GET', '/api/progress')).body
  expect(labs[0].tasks.map(({ task }: { task: string }) => task)).toContain('network')
}

async function expectNothingLeft(id: string): Promise<void> {
  await expect.poll(() => left(id), { timeout: 60_000 }).toBe('')
}

describe('the server is killed', () => {
  test('while a lab starts: it ends with the reason', async () => {
    const id = await startHalf()
    await killServer()
    const { detail } = await learner.sees(id, ended)
    expect(detail).toContain('was being brought up')
    await expectNothingLeft(id)
  })

  test('during a check, then during a reset, then while the lab is stopped', async () => {
    const { id } = await startPassed()
    await killServer()
    expect((await learner.sees(id, ready)).tasks[0]?.outcome).toBeDefined()
    await expectProgressKept()
    await reset(id)
    await killServer()
    await learner.sees(id, (view) => ended(view) || ready(view))
    await expectProgressKept()
    const again = await learner.startLab()
    const stopping = learner.send('DELETE', `/api/attempts/${again.id}`).catch(() => undefined)
    await killServer()
    await stopping
    await learner.sees(again.id, (view) => ended(view) || ready(view))
    await learner.send('DELETE', `/api/attempts/${again.id}`)
    await expectNothingLeft(again.id)
  })
})

describe('the probe is killed', () => {
  const killProbe = () => machine.labs('kill', '--signal', 'KILL', 'patchbay-probe')

  test('while a lab starts: it comes up all the same', async () => {
    const id = await startHalf()
    await killProbe().catch(() => {})
    await learner.sees(id, ready)
  })

  test('during checks: they go on, and nothing passed is lost', async () => {
    const { id } = await startPassed()
    await killProbe()
    const terminal = await learner.terminal(id)
    terminal.type('docker network connect bridge redis; docker rm -f api\r')
    await learner.sees(
      id,
      ({ tasks }) => tasks[0]?.outcome === 'pass' && tasks.some(({ outcome }) => outcome === 'fail'),
    )
    await expectProgressKept()
  })
})

test('the keeper is killed: the lab stays, and the next connection has a prompt', async () => {
  const { id } = await startPassed()
  for (const pid of keepers()) kill(pid)
  const terminal = await learner.terminal(id)
  terminal.type('echo back-$((1+1))\r')
  await terminal.sees('back-2')
  expect((await learner.sees(id, ready)).tasks[0]?.outcome).toBe('pass')
})

test("a lab's own engine is killed: no task is green meanwhile, and a reset makes the lab whole", async () => {
  const { id } = await startPassed()
  const terminal = await learner.terminal(id)
  terminal.type('pkill -9 dockerd\r')
  await learner.sees(id, ({ tasks }) => tasks[0]?.outcome !== 'pass')
  await reset(id)
  await learner.sees(id, ready)
  await learner.seesTask(id, 'network', 'fail')
  await expectProgressKept()
})

describe('the lab engine is killed', () => {
  test('while a lab starts: it ends with the reason, and the next one starts', async () => {
    const id = await startHalf()
    await machine.killLabEngine()
    const { detail } = await learner.sees(id, ended, 90_000)
    expect(detail).toMatch(/./)
    await expectNothingLeft(id)
    await learner.startLab()
  })

  test('during a reset, and during checks', async () => {
    const { id } = await startPassed()
    await reset(id)
    await machine.killLabEngine()
    expect((await learner.sees(id, ended, 90_000)).detail).toMatch(/./)
    await expectProgressKept()
    await expectNothingLeft(id)
  })
})

test('the engine underneath is killed: labs end with the reason, progress is kept, the next one starts', async () => {
  const { id } = await startPassed()
  await machine.killAndRestart()
  expect((await learner.sees(id, ended, 90_000)).detail).toMatch(/host is gone.*What you passed is kept/)
  await expectProgressKept()
  await expectNothingLeft(id)
  await learner.startLab()
})

test('after all that, nothing belongs to nobody: container, network, volume, cgroup, process, address', async () => {
  await learner.startLab()
  await expect.poll(() => machine.orphans(), { timeout: 60_000, interval: 3000 }).toEqual([])
})
