import { randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Attempt } from '../../../server/lab-host/index.ts'
import { root } from '../../../setup/paths.mjs'
import { newLabHosts, specOf } from '../lab.ts'
import { type EscapeAttempt, escapeAttempts, Outside } from './outside.ts'

// Each attempt runs as root on a lab host, where it must come to nothing, and then on a host without isolation, where its
// sign must show: a test that could not notice an escape fails too.
const hosts = newLabHosts()
const attempts = escapeAttempts()
const categories = [...new Set(attempts.map(({ category }) => category))]
const ofCategory = (category: string) => attempts.filter((one) => one.category === category)
/** These put something else in the place of the host's own socket, which others use. */
const LAST = 'symbolic links left for the grader'
/** Categories at a time. */
const LANES = 4
const newToken = () => `escape${randomBytes(6).toString('hex')}`
const tokens = new Map(attempts.map(({ name }) => [name, { closed: newToken(), open: newToken() }]))
const made = new Map(attempts.map(({ name }) => [name, Promise.withResolvers<void>()]))
let lab: Attempt
let neighbour: Attempt
let outside: Outside

beforeAll(async () => {
  ;[lab, neighbour] = (await Promise.all([
    hosts.create(specOf({ images: ['tools'] }), () => {}),
    hosts.create(specOf(), () => {}),
  ])) as [Attempt, Attempt]
  outside = new Outside(hosts, neighbour)
  await outside.open([...tokens.values()].flatMap(({ closed, open }) => [closed, open]))
  for (const { promise } of made.values()) promise.catch(() => {})
  void makeAll()
})
afterAll(async () => {
  await outside?.close()
  await Promise.all([lab, neighbour].filter(Boolean).map(({ spec }) => hosts.remove(spec.id)))
  await hosts.close()
})

/** One attempt of a category after the other, some categories beside each other. */
async function makeAll(): Promise<void> {
  const waiting = categories.filter((category) => category !== LAST)
  const lane = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await makeCategory(next)
  }
  await Promise.all(Array.from({ length: LANES }, lane))
  for (const attempt of unproven) await settle(attempt)
  await makeCategory(LAST)
}

/** Nothing beside them disturbs the open host any more when these are made again. */
const unproven: EscapeAttempt[] = []

/** The control showed nothing: whether the attempt could have been noticed is not known. */
class ControlSilent extends Error {}

async function settle(attempt: EscapeAttempt): Promise<void> {
  const { resolve, reject } = made.get(attempt.name)!
  await bothWays(attempt).then(resolve, reject)
}

async function makeCategory(category: string): Promise<void> {
  for (const attempt of ofCategory(category)) {
    if (category === LAST) await settle(attempt)
    else
      await bothWays(attempt).then(made.get(attempt.name)!.resolve, (error) => {
        if (error instanceof ControlSilent) unproven.push(attempt)
        else made.get(attempt.name)!.reject(error)
      })
  }
}

/** Attempts beside this one move addresses and routes of the open host: a control without a sign is made again. */
const CONTROLS = 3

/** The outcome on the lab host is read last, when the control has shown that its sign has had the time to arrive. */
async function bothWays(attempt: EscapeAttempt): Promise<void> {
  const { closed, open } = tokens.get(attempt.name)!
  const output = await outside.onLabHost(attempt, lab, closed)
  let noticed = false
  let control = ''
  for (let turn = 0; turn < CONTROLS && !noticed; turn++) {
    control = await outside.onOpenHost(attempt, lab, open)
    noticed = await outside.showsWithin(5000, attempt.signs[0]!, open, control)
  }
  if (!noticed) throw new ControlSilent(`the control of ${attempt.name} shows nothing: ${control}`)
  expect(await outside.signs(closed, output), output).toEqual([])
}

for (const category of categories) {
  describe(category, () => {
    test.each(ofCategory(category).map(({ name }) => name))('%s comes to nothing', (name) => made.get(name)!.promise)
  })
}

test('every attempt says its category and what it would mean, and SECURITY.md lists it', () => {
  const security = readFileSync(join(root, 'SECURITY.md'), 'utf8')
  expect(attempts.length).toBeGreaterThanOrEqual(30)
  for (const { name, category, meaning, signs } of attempts) {
    expect([name, category, meaning]).toEqual([name, expect.stringMatching(/./), expect.stringMatching(/\.$/)])
    expect(signs).not.toContain('')
    expect(security).toContain(`\`${name}\``)
  }
})
