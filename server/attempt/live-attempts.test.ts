import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { loadCatalog } from '../catalog/index.ts'
import { FakeLabHosts } from '../lab-host/fake-lab-hosts.ts'
import type { Progress } from '../progress/index.ts'
import { LiveAttempts } from './live-attempts.ts'

const { labs } = await loadCatalog(fileURLToPath(new URL('../../labs', import.meta.url)))
const LAB = 'names-that-resolve'

const progress: Pick<Progress, 'recordPassed' | 'recordCompleted' | 'progressOf'> = {
  recordPassed: async () => new Date().toISOString(),
  recordCompleted: async () => new Date().toISOString(),
  progressOf: async () => ({ labs: [] }),
}

let hosts: FakeLabHosts
const server = (limits = { totalMinutes: 90, idleMinutes: 20, labs: 2 }) =>
  new LiveAttempts({
    hosts,
    progress,
    labs,
    limits,
    log: { warn: () => {} },
    closeShells: async () => {},
    ownerNow: async (owner) => (owner.startsWith('gone') ? undefined : owner),
  })

beforeEach(() => {
  vi.useFakeTimers()
  hosts = new FakeLabHosts()
})
afterEach(() => vi.useRealTimers())

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

it('says when there is no room, and has room again after a stop', async () => {
  const attempts = server()
  const { id } = await attempts.start(LAB, 'ann')
  await attempts.start(LAB, 'bob')
  await expect(attempts.start(LAB, 'cyd')).rejects.toMatchObject({ code: 'no-room' })
  await attempts.stop(id, 'ann')
  await expect(attempts.start(LAB, 'cyd')).resolves.toMatchObject({ lab: LAB })
})

it('refuses to start while the engine is away, and takes no place for it', async () => {
  const attempts = server({ totalMinutes: 90, idleMinutes: 20, labs: 1 })
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
  const before = server({ totalMinutes: 90, idleMinutes: 20, labs: 5 })
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
  expect([...hosts.attempts.keys()].sort()).toEqual([whole.id, 'c0ffee'].sort())
})

it('gives each change a higher revision', async () => {
  const attempts = server()
  const { id, revision } = await attempts.start(LAB, 'ann')
  await settled()
  expect(attempts.view(id, 'ann').revision).toBeGreaterThan(revision)
})
