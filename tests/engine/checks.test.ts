import { afterAll, beforeAll, expect, test } from 'vitest'
import { type LiveAttempt, playUnrecorded } from '../../server/attempt/index.ts'
import { checks, type TaskOutcome } from '../../server/grader/index.ts'
import type { Attempt } from '../../server/lab-host/index.ts'
import { verdicts } from '../fixtures/verdicts.ts'
import { everyCheckHolds, everyCheckHosts, everyCheckLab, judgeEveryCheckLive, placesOf } from './every-check.ts'
import { newLabHosts } from './lab.ts'

const hosts = newLabHosts()
let attempt: Attempt
let outcomes: TaskOutcome[] = []
const lives: LiveAttempt[] = []

beforeAll(async () => {
  attempt = await everyCheckHosts(hosts, '26')
  outcomes = await judgeEveryCheckLive((host, requests) => hosts.look(attempt, host, requests), placesOf(attempt))
})
afterAll(async () => {
  for (const live of lives) await live.end('The tests are over.')
  if (attempt) await hosts.remove(attempt.spec.id)
  await hosts.close()
})

test('no check is without its two verdicts', () => {
  const judged = [...Object.keys(verdicts), 'survives-restart']
  expect(judged.sort()).toEqual(checks.map(({ name }) => name).sort())
})

everyCheckHolds('on a real engine', () => outcomes)

test('what has to survive a restart is restarted on request alone, and judged by what is there afterwards', async () => {
  const live = await playUnrecorded(hosts, await everyCheckLab(), attempt)
  lives.push(live)
  const task = (id: string) => live.view.tasks.find((one) => one.id === id)
  const waitsForVerify = (id: string) =>
    expect
      .poll(() => task(id)?.checks.map(({ outcome }) => outcome), { timeout: 20_000 })
      .toEqual(['pass', 'unobservable'])
  const turnsTo = (id: string, outcome: string) =>
    expect.poll(() => task(id)?.outcome, { timeout: 20_000 }).toBe(outcome)
  const run = async (script: string) => (await hosts.run(attempt, 'host-1', script, {}, 20_000)).output.trim()
  const started = (name = 'one') => run(`docker inspect --format '{{.State.StartedAt}}' ${name}`)

  await waitsForVerify('stays')
  expect(live.view.tasks.map(({ verify }) => verify)).toEqual([true, true])
  const before = await started()
  await live.verify('stays')
  expect(await started()).not.toBe(before)
  expect(task('stays')?.outcome).toBe('pass')

  await run('docker stop -t 0 one')
  await turnsTo('stays', 'fail')
  await run('docker start one')
  await waitsForVerify('stays')

  await turnsTo('goes', 'fail')
  await run('docker exec -d two busybox httpd -f -p 81 -h /www')
  await waitsForVerify('goes')
  // Two at once follow each other, each with what its own task has to survive.
  const both = await Promise.all([started(), started('two')])
  await Promise.all([live.verify('stays'), live.verify('goes')])
  expect(await started()).not.toBe(both[0])
  expect(await started('two')).not.toBe(both[1])
  expect(task('stays')?.outcome).toBe('pass')
  expect(task('goes')).toMatchObject({ outcome: 'fail' })
  expect(task('goes')?.checks[1]?.observed).toMatch(/after the restart: listens/)
  await expect(live.verify('nothing')).rejects.toMatchObject({ code: 'task-unknown' })
})
