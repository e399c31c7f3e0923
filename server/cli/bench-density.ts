import { freemem } from 'node:os'
import { attemptTasks, grade, newSpec } from '../attempt/play.ts'
import { type Bench, type Row, rowOf } from '../bench/index.ts'
import type { Lab } from '../catalog/index.ts'
import type { Attempt, LabHosts } from '../lab-host/index.ts'
import { labDocker } from './bench-engine.ts'
import { labNamed, withHosts } from './workshop.ts'

const STEPS = [10, 20, 40, 80, 120, 160, 200]
/** Labs that come up side by side. */
const AT_ONCE = 4
/** No step is begun after this time, or with less free memory for each of its labs. */
const LIMITS = { ms: 12 * 60_000, bytesEach: 100 << 20 }
const LIFE_MS = 30 * 60_000
const MIB = 1 << 20

/** Idle labs, more and more of them: what a host takes in memory, and how long each takes to answer a check. */
export const benchDensity: Bench = async (say) => {
  const lab = await labNamed('names-that-resolve')
  const began = performance.now()
  return withHosts(async (hosts) => {
    const labs: Attempt[] = []
    const rows: Row[] = []
    const freeBefore = freemem()
    try {
      for (const step of STEPS) {
        const more = step - labs.length
        if (performance.now() - began > LIMITS.ms || freemem() < more * LIMITS.bytesEach) {
          say(`stopped before ${step} labs: no time or no memory for ${more} more`)
          break
        }
        say(`${step} labs`)
        await startLabs(hosts, lab, more, labs)
        rows.push(
          rowOf(`memory ${step}`, await memoryOf(labs), 'MiB'),
          rowOf(`machine ${step}`, [(freeBefore - freemem()) / step / MIB], 'MiB'),
          rowOf(`check ${step}`, await checkTimes(hosts, lab, labs)),
        )
      }
      return rows
    } finally {
      say(`removing ${labs.length} labs`)
      await side(labs, ({ spec }) => hosts.remove(spec.id))
    }
  })
}

async function startLabs(hosts: LabHosts, lab: Lab, count: number, into: Attempt[]): Promise<void> {
  const specs = Array.from({ length: count }, () =>
    newSpec(lab, { owner: 'cli:bench', expiresAt: Date.now() + LIFE_MS, seed: 1 }),
  )
  await side(specs, async (spec) => void into.push(await hosts.create(spec, () => {})))
}

/** MiB that the kernel counts for each host, without files that it could read again. */
async function memoryOf(labs: Attempt[]): Promise<number[]> {
  const containers = labs.flatMap(({ hosts }) => hosts.map(({ container }) => container))
  const lines = await labDocker('stats', '--no-stream', '--format', '{{.MemUsage}}', ...containers)
  return lines.split('\n').map(mebibytes)
}

/** `39.5MiB / 1GiB` */
function mebibytes(usage: string): number {
  const [, number, unit] = /^([\d.]+)([KMG])iB /.exec(usage) ?? []
  if (!unit) throw new Error(`docker stats says ${usage}, expected MiB`)
  return Number(number) * { K: 1 / 1024, M: 1, G: 1024 }[unit as 'K' | 'M' | 'G']
}

/** Each lab is looked at and judged once. Throws where one cannot be seen. */
async function checkTimes(hosts: LabHosts, lab: Lab, labs: Attempt[]): Promise<number[]> {
  const times: number[] = []
  for (const attempt of labs) {
    const start = performance.now()
    const outcomes = await grade(hosts, attempt, attemptTasks(lab, attempt))
    times.push(performance.now() - start)
    const unseen = outcomes.flatMap(({ checks }) => checks).find(({ outcome }) => outcome === 'unobservable')
    if (unseen) throw new Error(`a lab gives no answer: ${unseen.observed}`)
  }
  return times
}

/** Some at a time; waits for all, then throws the first failure. */
async function side<T>(items: T[], act: (item: T) => Promise<void>): Promise<void> {
  const queue = [...items]
  const worker = async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await act(item)
  }
  const done = await Promise.allSettled(Array.from({ length: AT_ONCE }, worker))
  const failed = done.find((one) => one.status === 'rejected')
  if (failed) throw failed.reason
}
