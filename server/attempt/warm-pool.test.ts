import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { loadCatalog } from '../catalog/index.ts'
import { FakeLabHosts } from '../lab-host/fake-lab-hosts.ts'
import { WarmPool, type WarmPoolParts } from './warm-pool.ts'

const { labs: found } = await loadCatalog(fileURLToPath(new URL('../../labs', import.meta.url)))
const [dns, mtu] = ['dns', 'mtu'].map((id) => ({ ...found[0]!, id }))
const MINUTE = 60_000

let hosts: FakeLabHosts
let free: number
const pool = (changes: Partial<WarmPoolParts> = {}) =>
  new WarmPool({
    hosts,
    labs: [dns!, mtu!],
    size: 1,
    totalMinutes: 90,
    log: { warn: () => {} },
    free: () => free,
    ...changes,
  })
const labsThere = () => [...hosts.attempts.values()].map(({ spec }) => spec.lab).sort()

beforeEach(() => {
  vi.useFakeTimers({ now: 1e12 })
  hosts = new FakeLabHosts()
  free = 0.9
})
afterEach(() => vi.useRealTimers())

describe('a warm pool', () => {
  it('keeps an attempt with setup done, gives it away once, and makes another a little later', async () => {
    const warm = pool()
    await warm.tend()
    const [made] = hosts.attempts.values()
    expect(made).toMatchObject({ ready: true, spec: { lab: 'dns', owner: 'pool' } })
    expect(warm.has(made!.spec.id)).toBe(true)
    expect(warm.take('dns')?.spec.id).toBe(made!.spec.id)
    expect(warm.has(made!.spec.id)).toBe(false)
    expect(warm.take('dns')).toBeUndefined()
    await warm.tend()
    expect(hosts.attempts.size).toBe(1)
    vi.advanceTimersByTime(6_000)
    await warm.tend()
    expect(hosts.attempts.size).toBe(2)
  })

  it('gives away only what has the seed that is asked for', async () => {
    const warm = pool()
    await warm.tend()
    const [made] = hosts.attempts.values()
    expect(warm.take('dns', made!.spec.seed + 1)).toBeUndefined()
    expect(warm.take('dns', made!.spec.seed)).toBeDefined()
  })

  it('turns to the lab that is asked for', async () => {
    const warm = pool()
    await warm.tend()
    expect(labsThere()).toEqual(['dns'])
    warm.take('mtu')
    vi.advanceTimersByTime(6_000)
    await warm.tend()
    expect(labsThere()).toEqual(['mtu'])
  })

  it('leaves the memory to the labs of learners', async () => {
    const warm = pool({ size: 2 })
    free = 0.2
    await warm.tend()
    expect(labsThere()).toEqual([])
    free = 0.9
    await warm.tend()
    expect(labsThere()).toEqual(['dns', 'mtu'])
    free = 0.2
    await warm.tend()
    expect(labsThere()).toEqual(['dns', 'mtu'])
    free = 0.1
    await warm.tend()
    expect(labsThere()).toEqual([])
  })

  it('replaces what has ended or waits too long', async () => {
    const warm = pool()
    await warm.tend()
    const [first] = hosts.attempts.values()
    hosts.loseHost(first!.spec.id, 'host-1')
    await warm.tend()
    const [second] = hosts.attempts.values()
    expect(second!.spec.id).not.toBe(first!.spec.id)
    vi.advanceTimersByTime(91 * MINUTE)
    expect(warm.take('dns')).toBeUndefined()
    vi.advanceTimersByTime(6_000)
    await warm.tend()
    expect([...hosts.attempts.keys()]).not.toContain(second!.spec.id)
    expect(labsThere()).toEqual(['dns'])
  })

  it('leaves a lab that cannot be prepared alone for a while, and keeps the others', async () => {
    hosts.script = ({ spec }) => ({ code: spec.lab === 'dns' ? 1 : 0, output: '' })
    const warm = pool()
    await warm.tend()
    expect(labsThere()).toEqual(['mtu'])
    hosts.script = () => ({ code: 0, output: '' })
    warm.take('dns')
    vi.advanceTimersByTime(11 * MINUTE)
    await warm.tend()
    expect(labsThere()).toEqual(['dns'])
  })

  it('is quiet while the engine is away, and goes on afterwards', async () => {
    const warm = pool()
    hosts.down = true
    await warm.tend()
    hosts.down = false
    vi.advanceTimersByTime(11 * MINUTE)
    await warm.tend()
    expect(labsThere()).toEqual(['dns'])
  })

  it('leaves nothing when it is closed, not even what was being made', async () => {
    const warm = pool({ size: 2 })
    await warm.tend()
    await warm.close()
    expect(labsThere()).toEqual([])
    const other = pool()
    const tending = other.tend()
    await other.close()
    await tending
    expect(labsThere()).toEqual([])
  })
})
