import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type Lab, loadCatalog } from '../catalog/index.ts'
import { parseScript } from '../script/index.ts'
import { DockerSketch } from './docker-sketch.ts'
import { playMutants, reportText } from './lab-mutate.ts'
import { mutantsOf } from './mutants.ts'
import { labsFolder } from './workshop.ts'

const { labs } = await loadCatalog(labsFolder)
const script = (text: string) => ({ ...parseScript(text), name: 'solution.sh' })
/** One network is asked for, and the solution makes two. */
const lab: Lab = {
  ...labs.find(({ id }) => id === 'cnm-anatomy')!,
  tasks: [{ id: 'networks', title: 'One', checks: [{ network: { name: 'front' } }] }],
  setup: script('true\n'),
  solution: script('docker network create front\ndocker network create back\n'),
}
const play = async (lab: Lab, hosts = new DockerSketch(), seed?: number) => {
  let over = false
  const report = playMutants(hosts, lab, mutantsOf(lab.solution, {}), () => {}, seed).finally(() => {
    over = true
  })
  report.catch(() => {})
  while (!over) await vi.advanceTimersByTimeAsync(1000)
  return report
}

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test('what no check asks for survives, the rest is killed, and no host stays', async () => {
  const hosts = new DockerSketch()
  const report = await play(lab, hosts)
  expect(report).toMatchObject({ lab: 'cnm-anatomy', mutants: 5, killed: 2 })
  expect(report.survived.map(({ id }) => id)).toEqual(['swap-1', 'drop-2', 'name-2'])
  expect(reportText(report)).toContain('  drop-2  line 2 dropped: docker network create back\n')
  expect(reportText(report)).toMatch(/\n5 mutants, 2 killed, 3 survived$/)
  expect(hosts.attempts.size).toBe(0)
})

test('a mutant that errs is killed', async () => {
  const errs = { ...lab, solution: script('docker network create front\nfirst=1\nfail unless $first\n') }
  const hosts = new DockerSketch()
  hosts.fails = (program) => /fail unless/.test(program) && !/first=1/.test(program)
  const report = await play(errs, hosts)
  expect(report.survived.map(({ id }) => id)).not.toContain('drop-2')
  expect(report.survived.map(({ id }) => id)).toContain('drop-3')
})

test('a seed that is given is that of every attempt', async () => {
  const hosts = new DockerSketch()
  const create = vi.spyOn(hosts, 'create')
  await play(lab, hosts, 42)
  expect(create.mock.calls.map(([{ seed }]) => seed)).toEqual(Array(6).fill(42))
})

test('a solution that does not pass as it is tells nothing', async () => {
  await expect(play({ ...lab, solution: script('docker network create other\n') })).rejects.toThrow(
    'does not pass as it is',
  )
})
