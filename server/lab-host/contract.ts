import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Attempt, AttemptSpec, LabHosts } from './driver.ts'
import { NOT_TRIED } from './kernel-features.ts'

/** What every driver promises. `shutDown` ends a host from inside; `unreachable` gives a driver whose engine is away. */
export function labHostsContract(
  hosts: LabHosts,
  parts: {
    shutDown: (attempt: Attempt, host: string) => Promise<unknown>
    unreachable: () => LabHosts
  },
): void {
  const specOf = (changes: Partial<AttemptSpec> = {}): AttemptSpec => ({
    id: `t${randomBytes(5).toString('hex')}`,
    lab: 'contract',
    seed: 1,
    owner: 'cli:tests',
    expiresAt: Date.now() + 10 * 60_000,
    endsBy: Date.now() + 20 * 60_000,
    lans: { lan: { mtu: 1400 } },
    hosts: { 'host-1': { lans: ['lan'], engine: '26' }, 'host-2': { lans: ['lan'], engine: '26' } },
    images: [],
    ...changes,
  })
  const find = async (id: string) => (await hosts.list()).find(({ spec }) => spec.id === id)
  const steps: string[] = []
  let attempt: Attempt

  beforeAll(async () => {
    attempt = await hosts.create(specOf(), (step) => steps.push(step))
  })
  afterAll(() => hosts.remove(attempt.spec.id))

  test('tells which engines it has, and tried every kernel feature to know', async () => {
    const { engines, lacking } = await hosts.offer()
    expect(engines).toContain('26')
    expect(Object.values(lacking)).not.toContain(NOT_TRIED)
    // The first line that was said: ipvsadm goes on with a question.
    expect(Object.values(lacking).filter((why) => why.includes('?'))).toEqual([])
  })

  test('tells how many labs fit', async () => expect((await hosts.room()).labs).toBeGreaterThanOrEqual(0))

  test('an attempt comes up in steps, with its hosts in order, running, on a LAN of its own', () => {
    expect(steps).not.toEqual([])
    expect(attempt.hosts.map(({ name, running }) => [name, running])).toEqual([
      ['host-1', true],
      ['host-2', true],
    ])
    const { subnet, gateway, mtu } = attempt.lans.lan!
    expect(mtu).toBe(1400)
    const network = subnet.replace(/\.\d+\/\d+$/, '.')
    const addresses = [gateway, ...attempt.hosts.map(({ addresses }) => addresses.lan)]
    expect(addresses.every((address) => address?.startsWith(network))).toBe(true)
    expect(new Set(addresses).size).toBe(3)
  })

  test('it is listed as it was made, ready once marked so, and with its end as it was moved', async () => {
    expect(await find(attempt.spec.id)).toEqual({ ...attempt, ready: false, expiresAt: attempt.spec.expiresAt })
    await hosts.markReady(attempt)
    expect(await find(attempt.spec.id)).toEqual({ ...attempt, ready: true })
    for (const minutes of [12, 15]) {
      const expiresAt = Date.now() + minutes * 60_000
      await hosts.prolong(attempt, expiresAt)
      expect(await find(attempt.spec.id)).toEqual({ ...attempt, ready: true, expiresAt })
    }
  })

  test('a script hands back its output and its exit code', async () => {
    expect(await hosts.run(attempt, 'host-2', 'echo seen\nexit 7\n', {}, 10_000)).toEqual({ code: 7, output: 'seen\n' })
    expect(await hosts.run(attempt, 'host-1', 'echo fine', {}, 10_000)).toEqual({ code: 0, output: 'fine\n' })
  })

  test('a look has an answer for every request', async () => {
    const answers = await hosts.look(attempt, 'host-1', [
      { op: 'read', paths: ['/etc/hostname'] },
      { op: 'exec', argv: ['true'] },
    ])
    expect(answers).toHaveLength(2)
  })

  test('a shell is a command, another one for each host', () => {
    const [first, second] = ['host-1', 'host-2'].map((host) => hosts.shell(attempt, host))
    expect(first?.file).toMatch(/./)
    expect(first).not.toEqual(second)
  })

  test('a host that the lab has not is refused', async () => {
    const refused = { code: 'host-unknown' }
    await expect(hosts.run(attempt, 'host-9', 'exit 0', {}, 1000)).rejects.toMatchObject(refused)
    await expect(hosts.look(attempt, 'host-9', [])).rejects.toMatchObject(refused)
    expect(() => hosts.shell(attempt, 'host-9')).toThrow(expect.objectContaining(refused))
  })

  test('what cannot be brought up says why and leaves nothing', async () => {
    const one = { 'host-1': { lans: ['lan'], engine: '26' } }
    const noImage = specOf({ hosts: one, images: ['no-such-image'] })
    await expect(hosts.create(noImage, () => {})).rejects.toMatchObject({
      code: 'host-start-failed',
      message: expect.stringContaining('no-such-image'),
    })
    const noEngine = specOf({ hosts: { 'host-1': { lans: ['lan'], engine: '1' } } })
    await expect(hosts.create(noEngine, () => {})).rejects.toMatchObject({ code: 'lab-unavailable' })
    expect([await find(noImage.id), await find(noEngine.id)]).toEqual([undefined, undefined])
  })

  test('a host that was shut down is listed so and cannot be looked at; removal is for good, and quiet when repeated', async () => {
    const other = await hosts.create(specOf({ hosts: { 'host-1': { lans: ['lan'], engine: '26' } } }), () => {})
    const { id } = other.spec
    await parts.shutDown(other, 'host-1')
    await expect.poll(async () => (await find(id))?.hosts[0]?.running, { timeout: 10_000 }).toBe(false)
    await expect(hosts.look(other, 'host-1', [])).rejects.toMatchObject({ code: 'host-start-failed' })
    await Promise.all([hosts.remove(id), hosts.remove(id)])
    await hosts.remove(id)
    expect(await find(id)).toBeUndefined()
    await expect(hosts.run(other, 'host-1', 'exit 0', {}, 1000)).rejects.toMatchObject({ code: 'attempt-unknown' })
    await expect(hosts.prolong(other, Date.now())).rejects.toMatchObject({ code: 'attempt-unknown' })
  })

  describe('an engine that is away', () => {
    test('is a problem with the remedy, whatever was asked of it', async () => {
      const nowhere = parts.unreachable()
      const problem = { code: 'engine-unreachable', remedy: expect.stringContaining('npx patchbay doctor') }
      await expect(nowhere.room()).rejects.toMatchObject(problem)
      await expect(nowhere.list()).rejects.toMatchObject(problem)
      await expect(nowhere.create(specOf(), () => {})).rejects.toMatchObject(problem)
      await expect(nowhere.run(attempt, 'host-1', 'exit 0', {}, 1000)).rejects.toMatchObject(problem)
      await expect(nowhere.look(attempt, 'host-1', [])).rejects.toMatchObject(problem)
      await expect(nowhere.prolong(attempt, Date.now())).rejects.toMatchObject(problem)
      await expect(nowhere.remove(attempt.spec.id)).rejects.toMatchObject(problem)
    })
  })
}
