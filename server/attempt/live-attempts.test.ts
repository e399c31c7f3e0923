import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { loadCatalog } from '../catalog/index.ts'
import { FakeLabHosts } from '../lab-host/fake-lab-hosts.ts'
import type { OpenRun, Progress, RunNotes, Runs } from '../progress/index.ts'
import { LiveAttempts } from './live-attempts.ts'
import { WarmPool } from './warm-pool.ts'

const SECOND = 'a-second-lab'
const { labs } = await loadCatalog(fileURLToPath(new URL('../../labs', import.meta.url)))
labs.push({ ...labs.find(({ id }) => id === 'names-that-resolve')!, id: SECOND })
const LAB = 'names-that-resolve'
const MINUTE = 60_000

const learnt = { tasks: [] as string[], completed: [] as string[] }
const progress: Pick<Progress, 'recordPassed' | 'recordCompleted' | 'recordSolutionShown' | 'progressOf'> = {
  recordPassed: async (_owner, _lab, task) => {
    learnt.tasks.push(task)
    return new Date().toISOString()
  },
  recordCompleted: async (_owner, lab) => {
    learnt.completed.push(lab)
    return new Date().toISOString()
  },
  recordSolutionShown: async () => {},
  progressOf: async () => ({ labs: [] }),
}

/** The database's runs in memory. */
class MemoryRuns implements Runs {
  readonly rows = new Map<string, OpenRun & { reason?: string }>()
  measured: number[] = []
  async ask(run: { id: string; owner: string; lab: string; seed: number }) {
    this.rows.set(run.id, { ...run, startedAt: null, passed: [], replayed: [], commands: [] })
  }
  async begin(id: string) {
    this.rows.get(id)!.startedAt = new Date()
  }
  async note(id: string, notes: RunNotes) {
    Object.assign(this.rows.get(id)!, structuredClone(notes))
  }
  async end(id: string, reason: string) {
    this.rows.get(id)!.reason = reason
  }
  async forget(id: string) {
    this.rows.delete(id)
  }
  async open() {
    return structuredClone([...this.rows.values()].filter(({ reason }) => reason === undefined))
  }
  lives = async () => this.measured
  ended = async () => []
}

let hosts: FakeLabHosts
let runs: MemoryRuns
const lacking = new Map<string, string>()
const server = ({ labs: places = 2, labsEach = 2 } = {}, warm?: WarmPool) =>
  new LiveAttempts({
    hosts,
    progress,
    runs,
    labs,
    limits: { totalMinutes: 90, idleMinutes: 20, labsEach },
    room: (running) => places - running,
    warm,
    whyUnavailable: ({ id }) => lacking.get(id),
    log: { warn: () => {} },
    closeShells: async () => {},
    ownerNow: async (owner) => (owner.startsWith('gone') ? undefined : owner),
  })

beforeEach(() => {
  vi.useFakeTimers()
  hosts = new FakeLabHosts()
  runs = new MemoryRuns()
  learnt.tasks = []
  learnt.completed = []
})
afterEach(() => {
  vi.useRealTimers()
  lacking.clear()
})

const settled = () => vi.advanceTimersByTimeAsync(1)

it('gives two clicks of one learner one attempt, and two learners two', async () => {
  const attempts = server()
  const [first, second] = await Promise.all([attempts.start(LAB, 'ann'), attempts.start(LAB, 'ann')])
  expect(second.id).toBe(first.id)
  expect((await attempts.start(LAB, 'bob')).id).not.toBe(first.id)
  await settled()
  expect(attempts.view(first.id, 'ann').state).toBe('ready')
})

it('shows nobody the attempt of another', async () => {
  const attempts = server()
  const { id } = await attempts.start(LAB, 'ann')
  await settled()
  expect(() => attempts.view(id, 'bob')).toThrow(/no lab/)
  expect(() => attempts.shell(id, 'bob', 'host-1')).toThrow(/no lab/)
  expect(() => attempts.watch(id, 'bob', () => {})).toThrow(/no lab/)
  await expect(attempts.stop(id, 'bob')).rejects.toThrow(/no lab/)
  await expect(attempts.answer(id, 'bob', 'address', '1.2.3.4')).rejects.toThrow(/no lab/)
  expect(hosts.attempts.has(id)).toBe(true)
})

it('lets wait who finds no room, tells the place and a fair estimate, and lets the first in when there is room again', async () => {
  const attempts = server({ labs: 1 })
  const { id } = await attempts.start(LAB, 'ann')
  await settled()
  runs.measured = [30 * MINUTE, 30 * MINUTE]
  expect(await attempts.start(LAB, 'bob')).toMatchObject({ state: 'waiting', queue: { place: 1, minutes: 30 } })
  expect(await attempts.start(LAB, 'cyd')).toMatchObject({ state: 'waiting', queue: { place: 2, minutes: 60 } })
  await attempts.stop(id, 'ann')
  await settled()
  expect(attempts.running(LAB, 'bob')).toMatchObject({ state: 'ready' })
  expect(attempts.running(LAB, 'bob')?.queue).toBeUndefined()
  expect(attempts.running(LAB, 'cyd')).toMatchObject({ state: 'waiting', queue: { place: 1 } })
})

it('keeps the queue over a restart of the server, in its order', async () => {
  const before = server({ labs: 1 })
  const first = await before.start(LAB, 'ann')
  const ids = [await before.start(LAB, 'bob'), await before.start(LAB, 'cyd')].map(({ id }) => id)
  await settled()
  const after = server({ labs: 1 })
  await after.resume()
  expect(['bob', 'cyd'].map((owner) => after.running(LAB, owner))).toMatchObject([
    { id: ids[0], state: 'waiting', queue: { place: 1 } },
    { id: ids[1], state: 'waiting', queue: { place: 2 } },
  ])
  await after.stop(first.id, 'ann')
  await settled()
  expect(after.running(LAB, 'bob')?.state).toBe('ready')
})

it('lets the others move up when somebody leaves the queue, or is gone for long', async () => {
  const attempts = server({ labs: 1 })
  await attempts.start(LAB, 'ann')
  await settled()
  const leaves = await attempts.start(LAB, 'bob')
  const gone = await attempts.start(LAB, 'cyd')
  const stays = await attempts.start(LAB, 'dan')
  attempts.watch(stays.id, 'dan', () => {})
  await attempts.stop(leaves.id, 'bob')
  await settled()
  expect(attempts.view(stays.id, 'dan').queue?.place).toBe(2)
  expect(runs.rows.has(leaves.id)).toBe(false)
  vi.setSystemTime(Date.now() + 4 * MINUTE)
  await attempts.reap()
  expect(attempts.view(stays.id, 'dan').queue?.place).toBe(1)
  expect(attempts.view(gone.id, 'cyd').state).toBe('ended')
})

it('lets the next one go first when the first is not there, who keeps the place', async () => {
  const attempts = server({ labs: 1 })
  const running = await attempts.start(LAB, 'ann')
  await settled()
  const absent = await attempts.start(LAB, 'bob')
  vi.setSystemTime(Date.now() + MINUTE)
  const present = await attempts.start(LAB, 'cyd')
  await attempts.stop(running.id, 'ann')
  await settled()
  expect(attempts.view(present.id, 'cyd').state).toBe('ready')
  expect(attempts.view(absent.id, 'bob')).toMatchObject({ state: 'waiting', queue: { place: 1 } })
})

it('refuses a learner more labs at once than are allowed, and names those there are', async () => {
  const attempts = server({ labsEach: 1 })
  const { id } = await attempts.start(LAB, 'guest')
  attempts.handOver('guest', 'ann')
  expect((await attempts.start(LAB, 'ann')).id).toBe(id)
  await expect(attempts.start(SECOND, 'ann')).rejects.toMatchObject({
    code: 'too-many-labs',
    message: expect.stringContaining('Names that resolve'),
  })
})

it('extends a lab by a third of its time, twice as long in all, and the end outlives the server', async () => {
  const attempts = server()
  const { id, expiresAt } = await attempts.start(LAB, 'ann')
  await settled()
  const end = Date.parse(expiresAt)
  expect(attempts.view(id, 'ann').extension).toBe(30)
  for (const more of [30, 60, 90]) {
    expect(Date.parse((await attempts.extend(id, 'ann')).expiresAt)).toBe(end + more * MINUTE)
  }
  expect(attempts.view(id, 'ann').extension).toBe(0)
  await expect(attempts.extend(id, 'ann')).rejects.toMatchObject({ code: 'not-extendable' })
  const after = server()
  await after.resume()
  expect(Date.parse(after.view(id, 'ann').expiresAt)).toBe(end + 90 * MINUTE)
  await expect(after.extend(id, 'bob')).rejects.toMatchObject({ code: 'attempt-unknown' })
})

it('keeps what was typed, after a reset and after the end', async () => {
  const attempts = server()
  const { id } = await attempts.start(LAB, 'ann')
  const typed = (seconds: number, command: string) => {
    hosts.see = (_attempt, _host, { op }) =>
      op === 'read' ? { op, files: [`#${1_790_000_000 + seconds}\n${command}\n`] } : { error: 'nothing to see' }
  }
  typed(1, 'docker ps')
  await settled()
  await attempts.reset(id, 'ann')
  typed(2, 'docker network ls')
  await vi.advanceTimersByTimeAsync(100)
  await attempts.stop(id, 'ann')
  expect(runs.rows.get(id)).toMatchObject({
    reason: expect.stringContaining('You ended this lab'),
    commands: [{ command: 'docker ps', host: 'host-1' }, { command: 'docker network ls' }],
  })
})

it('refuses to start while the engine is away, and takes no place for it', async () => {
  const attempts = server({ labs: 1 })
  hosts.down = true
  await expect(attempts.start(LAB, 'ann')).rejects.toMatchObject({ code: 'engine-unreachable' })
  hosts.down = false
  await expect(attempts.start(LAB, 'ann')).resolves.toMatchObject({ lab: LAB })
})

it('ends what nobody uses, with the reason, and leaves what is watched', async () => {
  const attempts = server()
  const quiet = await attempts.start(LAB, 'ann')
  const watched = await attempts.start(LAB, 'bob')
  attempts.watch(watched.id, 'bob', () => {})
  await settled()
  vi.setSystemTime(Date.now() + 21 * 60_000)
  await attempts.reap()
  expect(attempts.view(quiet.id, 'ann')).toMatchObject({
    state: 'ended',
    detail: expect.stringContaining('20 minutes'),
  })
  expect(attempts.view(watched.id, 'bob').state).toBe('ready')
  expect([...hosts.attempts.keys()]).toEqual([watched.id])
})

it('ends what is over its time although somebody watches', async () => {
  const attempts = server()
  const { id } = await attempts.start(LAB, 'ann')
  const seen: string[] = []
  attempts.watch(id, 'ann', ({ state }) => seen.push(state))
  vi.setSystemTime(Date.now() + 91 * 60_000)
  await attempts.reap()
  expect(seen.at(-1)).toBe('ended')
  expect(hosts.attempts.size).toBe(0)
})

it('says so when the hosts are gone', async () => {
  const attempts = server()
  const { id } = await attempts.start(LAB, 'ann')
  await settled()
  hosts.attempts.clear()
  await attempts.reap()
  expect(attempts.view(id, 'ann')).toMatchObject({ state: 'ended', detail: expect.stringContaining('host is gone') })
})

it('after a restart goes on with whole attempts and removes the others', async () => {
  const before = server({ labs: 5 })
  const whole = await before.start(LAB, 'ann')
  await before.start(LAB, 'gone-guest')
  await settled()
  const half = await before.start(LAB, 'bob')
  await settled()
  hosts.attempts.get(half.id)!.ready = false
  const commandLines = { ...structuredClone(hosts.attempts.get(whole.id)!) }
  commandLines.spec = { ...commandLines.spec, id: 'c0ffee', owner: 'cli:test' }
  hosts.attempts.set('c0ffee', commandLines)

  const after = server()
  await after.resume()
  await after.reap()
  expect(after.view(whole.id, 'ann').state).toBe('ready')
  expect(after.view(half.id, 'bob')).toMatchObject({
    state: 'ended',
    detail: expect.stringContaining('was being brought up'),
  })
  expect([...hosts.attempts.keys()].sort()).toEqual([whole.id, 'c0ffee'].sort())
})

it('gives each change a higher revision', async () => {
  const attempts = server()
  const { id, revision } = await attempts.start(LAB, 'ann')
  await settled()
  expect(attempts.view(id, 'ann').revision).toBeGreaterThan(revision)
})

const warmPool = () =>
  new WarmPool({
    hosts,
    labs: labs.filter(({ id }) => id === LAB),
    size: 1,
    totalMinutes: 90,
    log: { warn: () => {} },
    free: () => 0.9,
  })

it('starts with an attempt that was prepared, whose owner and end a restarted server knows', async () => {
  const warm = warmPool()
  await warm.tend()
  const [prepared] = hosts.attempts.keys()
  vi.advanceTimersByTime(10 * MINUTE)
  const attempts = server({}, warm)
  const { id, expiresAt } = await attempts.start(LAB, 'ann')
  await settled()
  expect(id).toBe(prepared)
  expect(attempts.view(id, 'ann')).toMatchObject({ state: 'ready' })
  expect(new Date(attempts.view(id, 'ann').expiresAt).getTime()).toBe(Date.now() - 1 + 90 * MINUTE)
  const again = server()
  await again.resume()
  await settled()
  expect(again.view(id, 'ann')).toMatchObject({ state: 'ready', expiresAt })
  await again.stop(id, 'ann')
  expect(hosts.attempts.size).toBe(0)
})

it('brings a lab up as ever where what was prepared has gone', async () => {
  const warm = warmPool()
  await warm.tend()
  const [prepared] = hosts.attempts.keys()
  await hosts.remove(prepared!)
  const attempts = server({}, warm)
  const { id } = await attempts.start(LAB, 'ann')
  await settled()
  expect(attempts.view(id, 'ann').state).toBe('ready')
  expect([...hosts.attempts.keys()]).toEqual([id])
})

it('leaves alone what is kept ready, removes what an earlier server kept, and counts neither as a place', async () => {
  const warm = warmPool()
  await warm.tend()
  const attempts = server({ labs: 1 }, warm)
  await attempts.resume()
  await attempts.reap()
  expect(hosts.attempts.size).toBe(1)
  const { id } = await attempts.start(SECOND, 'ann')
  await settled()
  expect(attempts.view(id, 'ann').state).toBe('ready')
  await server().resume()
  expect([...hosts.attempts.keys()]).toEqual([id])
})

it('refuses a lab that this machine cannot run with the reason, and starts nothing', async () => {
  lacking.set(LAB, 'The kernel of this machine has no ipvs.')
  await expect(server().start(LAB, 'somebody')).rejects.toMatchObject({
    code: 'lab-unavailable',
    message: 'The kernel of this machine has no ipvs.',
  })
  await settled()
  expect(hosts.attempts.size).toBe(0)
})

/** From now on an asking is recorded when the returned function is called. */
function holdAsking(): () => void {
  let record = () => {}
  const ask = runs.ask.bind(runs)
  runs.ask = async (run) => {
    await new Promise<void>((resolve) => {
      record = resolve
    })
    await ask(run)
  }
  return () => record()
}

it('lets nobody in before their asking is recorded, so that a restart finds the lab as begun', async () => {
  const before = server()
  await before.resume()
  const record = holdAsking()
  const asked = before.start(LAB, 'a')
  await vi.advanceTimersByTimeAsync(0)
  await before.reap()
  record()
  const { id } = await asked
  await vi.waitFor(() => expect(before.view(id, 'a').state).toBe('ready'))

  const after = server()
  await after.resume()
  expect(after.view(id, 'a').state).toBe('ready')
})

it('keeps nothing of a lab that was stopped before its asking was recorded', async () => {
  const attempts = server()
  await attempts.resume()
  const record = holdAsking()
  const asked = attempts.start(LAB, 'a')
  await vi.advanceTimersByTimeAsync(0)
  const { id } = attempts.running(LAB, 'a')!
  await attempts.stop(id, 'a')
  record()
  expect((await asked).state).toBe('ended')
  expect(await runs.open()).toEqual([])
  expect(hosts.attempts.size).toBe(0)
})
