import { afterAll, expect, test } from 'vitest'
import { attemptTasks, grade, newSpec } from '../../server/attempt/index.ts'
import type { Attempt } from '../../server/lab-host/index.ts'
import { labNamed, newLabHosts } from './lab.ts'
import { LAB } from './visitor.ts'

const LABS = 40
/** More side by side would only take the cores from the other tests. */
const AT_ONCE = 2

const hosts = newLabHosts()
const labs: Attempt[] = []
afterAll(async () => {
  await eachOf(labs, ({ spec }) => hosts.remove(spec.id))
  await hosts.close()
}, 300_000)

async function eachOf<T>(items: T[], act: (item: T) => Promise<unknown>): Promise<void> {
  const queue = [...items]
  const worker = async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) await act(item)
  }
  await Promise.all(Array.from({ length: AT_ONCE }, worker))
}

test(`${LABS} idle labs at once: each of them is seen and judged`, async () => {
  const lab = await labNamed(LAB)
  const specs = Array.from({ length: LABS }, () =>
    newSpec(lab, { owner: 'cli:tests', expiresAt: Date.now() + 20 * 60_000 }),
  )
  await eachOf(specs, async (spec) => labs.push(await hosts.create(spec, () => {})))
  await eachOf(labs, async (attempt) => {
    const outcomes = await grade(hosts, attempt, attemptTasks(lab, attempt))
    expect(outcomes.map(({ outcome }) => outcome)).toEqual(outcomes.map(() => 'fail'))
    expect(outcomes.length).toBeGreaterThan(0)
  })
}, 600_000)
