import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import {
  attemptTasks,
  bringUp,
  grade,
  judgeAnswer,
  newSpec,
  playScript,
  varsOf,
} from '../../../server/attempt/index.ts'
import { type Lab, loadCatalog } from '../../../server/catalog/index.ts'
import type { Attempt } from '../../../server/lab-host/index.ts'
import { scriptEnv } from '../../../server/script/index.ts'
import { newLabHosts } from '../lab.ts'
import { allTamperings, equipment, tools } from './attempts.ts'

// Root of a lab host pretends, one thing after the other on one host, and each time takes it back. The last test repairs the
// host truly: it shows that every task of this lab can be passed by what goes through the same functions.

/** A pretence that takes a moment to be seen must not pass then either. */
const LOOKS = 2

const hosts = newLabHosts()
const states = ['network', 'same-network', 'mtu', 'name', 'alias', 'service']
let lab: Lab
let own: Attempt
let neighbour: Attempt

beforeAll(async () => {
  const { labs, mistakes } = await loadCatalog(join(import.meta.dirname, 'lab'))
  expect(mistakes).toEqual([])
  lab = labs[0]!
  const start = () =>
    bringUp(hosts, lab, newSpec(lab, { owner: 'cli:tests', expiresAt: Date.now() + 1_200_000 }), () => {})
  ;[own, neighbour] = await Promise.all([start(), start()])
  await root(own, await equipment())
})
afterAll(async () => {
  await Promise.all([own, neighbour].filter(Boolean).map(({ spec }) => hosts.remove(spec.id)))
  await hosts.close()
})

async function root(attempt: Attempt, script: string): Promise<string> {
  const program = `{ ${tools}\n${script}\n} </dev/null`
  const { code, output } = await hosts.run(attempt, 'host-1', program, scriptEnv(varsOf(lab, attempt)), 60_000)
  expect([code, output]).toEqual([0, output])
  return output.trim()
}

async function passed(attempt: Attempt): Promise<string[]> {
  const found = await grade(hosts, attempt, attemptTasks(lab, attempt))
  expect(found.map(({ id }) => id)).toEqual(states)
  for (const { checks } of found) for (const { observed } of checks) expect(observed).not.toBe('')
  return found.filter(({ outcome }) => outcome === 'pass').map(({ id }) => id)
}

async function open(attempt: Attempt): Promise<void> {
  const outcomes = async () =>
    (await grade(hosts, attempt, attemptTasks(lab, attempt))).map(({ id, outcome }) => [id, outcome])
  await vi.waitFor(async () => expect(await outcomes()).toEqual(states.map((id) => [id, 'fail'])), {
    timeout: 15_000,
    interval: 200,
  })
}

for (const { name, pretends, aims, script, undo } of await allTamperings()) {
  test(`${name}: ${pretends}`, async () => {
    await open(own)
    onTestFinished(async () => void (await root(own, undo)))
    await root(own, script)
    for (let look = 0; look < LOOKS; look++) {
      const earned = await passed(own)
      expect(aims.filter((task) => earned.includes(task))).toEqual([])
    }
  })
}

describe('answers', () => {
  const veth =
    'ip -o link show type veth | sed -n "s/^$(docker exec redis cat /sys/class/net/eth0/iflink): \\([^@:]*\\).*/\\1/p"'
  const judge = async (text: string) => (await judgeAnswer(hosts, own, attemptTasks(lab, own), 'veth', text)).outcome

  test("another learner's is not right here", async () => {
    const theirs = await root(neighbour, veth)
    expect(theirs).toMatch(/^veth/)
    expect(await judge(theirs)).toBe('fail')
    expect(await judge(await root(own, veth))).toBe('pass')
  })

  test('an old one is not right any more when the machine has changed', async () => {
    const old = await root(own, veth)
    await root(own, 'docker restart -t 0 redis')
    expect(await judge(old)).toBe('fail')
    expect(await judge(await root(own, veth))).toBe('pass')
  })

  test('a file that says what was passed before counts for nothing', async () => {
    await root(
      own,
      'mkdir -p /run/patchbay; echo \'{"tasks":[{"id":"network","outcome":"pass"}]}\' | tee /run/patchbay/progress.json > /root/progress.json',
    )
    expect(await passed(own)).toEqual([])
  })
})

test('control: the true repair passes every task, through the same functions', async () => {
  await open(own)
  const answers: string[] = []
  const tasks = attemptTasks(lab, own)
  const onAnswer = async (task: string, text: string) => {
    answers.push((await judgeAnswer(hosts, own, tasks, task, text)).outcome)
  }
  expect(await playScript(hosts, lab, own, lab.solution, { onAnswer })).toMatchObject({ outcome: 'done' })
  await vi.waitFor(async () => expect(await passed(own)).toEqual(states), { timeout: 20_000 })
  expect(answers).toEqual(['pass'])
  const aimed = (await allTamperings()).flatMap(({ aims }) => aims)
  expect(new Set(aimed)).toEqual(new Set(states))
})
