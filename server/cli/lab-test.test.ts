import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type Lab, loadCatalog } from '../catalog/index.ts'
import type { AttemptSpec } from '../lab-host/index.ts'
import { parseScript } from '../script/index.ts'
import { DockerSketch } from './docker-sketch.ts'
import { testLab } from './lab-test.ts'
import { allOf, pool } from './pool.ts'
import { labsFolder } from './workshop.ts'

const { labs } = await loadCatalog(labsFolder)
const script = (name: string, text: string) => ({ ...parseScript(text), name })
const lab: Lab = {
  ...labs.find(({ id }) => id === 'cnm-anatomy')!,
  tasks: [{ id: 'net', title: 'One', checks: [{ network: { name: 'front' } }] }],
  setup: script('setup.sh', 'true\n'),
  solution: script('solution.sh', 'docker network create front\n'),
  alternatives: [script('alternatives/two.sh', 'docker network create front\ndocker network create back\n')],
  wrong: [script('wrong/other.sh', '#@ fails net network\ndocker network create back\n')],
}
const nothing = { alternatives: [], wrong: [] }

/** Remembers how many attempts there were at once, and their seeds. */
class CountingHosts extends DockerSketch {
  most = 0
  seeds: number[] = []
  override async create(spec: AttemptSpec, onStep: (step: string) => void) {
    this.seeds.push(spec.seed)
    const attempt = await super.create(spec, onStep)
    this.most = Math.max(this.most, this.attempts.size)
    return attempt
  }
}

let hosts: CountingHosts
beforeEach(() => {
  vi.useFakeTimers()
  hosts = new CountingHosts()
})
afterEach(() => {
  vi.useRealTimers()
})

async function settled<T>(work: Promise<T>): Promise<T> {
  let over = false
  const watched = work.finally(() => {
    over = true
  })
  watched.catch(() => {})
  while (!over) await vi.advanceTimersByTimeAsync(1000)
  return watched
}

test('a sound lab proves itself, two attempts at a time, and none stays', async () => {
  const told: string[] = []
  const reports = await settled(testLab(hosts, lab, nothing, ({ script }) => told.push(script)))
  expect(reports.map(({ script, expect, ok }) => [script, expect, ok])).toEqual([
    ['untouched', 'fail', true],
    ['solution.sh', 'pass', true],
    ['reset', 'fail', true],
    ['alternatives/two.sh', 'pass', true],
    ['wrong/other.sh', 'fail', true],
  ])
  expect(told.sort()).toEqual(reports.map(({ script }) => script).sort())
  expect([hosts.most, hosts.attempts.size]).toEqual([2, 0])
})

test('every attempt has the seed that was asked for; else each draws its own, and says which', async () => {
  const asked = await settled(testLab(hosts, lab, nothing, () => {}, { seed: 42 }))
  expect(new Set(asked.map(({ seed }) => seed))).toEqual(new Set([42]))
  const own = await settled(testLab(hosts, lab, nothing, () => {}))
  const [untouched, solution, reset, ...others] = own.map(({ seed }) => seed)
  expect([solution, reset]).toEqual([untouched, untouched])
  expect(new Set([untouched, ...others]).size).toBe(3)
  expect(hosts.seeds).toEqual(expect.arrayContaining([42, untouched, ...others]))
})

test('labs side by side share the room there is', async () => {
  const run = pool(3)
  const proofs = ['one', 'two', 'three'].map((id) => testLab(hosts, { ...lab, id }, nothing, () => {}, {}, run))
  const reports = await settled(allOf(proofs))
  expect(reports.map((own) => [...new Set(own.map(({ lab }) => lab))])).toEqual([['one'], ['two'], ['three']])
  expect(reports.flat().every(({ ok }) => ok)).toBe(true)
  expect([hosts.most, hosts.attempts.size]).toEqual([3, 0])
})

test('when the engine goes, no other attempt is begun', async () => {
  const run = pool(1)
  const created: string[] = []
  hosts.create = async ({ lab }) => {
    created.push(lab)
    throw new Error('the engine is gone')
  }
  const proofs = ['one', 'two'].map((id) => testLab(hosts, { ...lab, id }, nothing, () => {}, {}, run))
  await expect(settled(allOf(proofs))).rejects.toThrow('the engine is gone')
  expect(created).toEqual(['one'])
})
