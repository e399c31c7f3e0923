import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Rounds } from './rounds.ts'

let going = true
let rounds = 0

beforeEach(() => {
  vi.useFakeTimers()
  going = true
  rounds = 0
})
afterEach(() => {
  going = false
  vi.useRealTimers()
})

/** Runs until it is quiet; `lastSeen` in ms ago. */
async function quiet(ago: number): Promise<Rounds> {
  const own = new Rounds(() => Date.now() - ago)
  void own.run(
    () => going,
    async () => {
      rounds++
    },
  )
  await vi.advanceTimersByTimeAsync(20_000)
  rounds = 0
  return own
}

test('a change begins a round at once, and more follow while it settles', async () => {
  const own = await quiet(0)
  own.wake()
  await vi.advanceTimersByTimeAsync(0)
  expect(rounds).toBe(1)
  await vi.advanceTimersByTimeAsync(4000)
  expect(rounds).toBeGreaterThan(10)
})

test('a quiet lab costs one round in two seconds, and one in ten while nobody looks', async () => {
  await quiet(0)
  await vi.advanceTimersByTimeAsync(20_000)
  expect(rounds).toBe(10)
  going = false
  await vi.advanceTimersByTimeAsync(20_000)
  going = true
  await quiet(120_000)
  await vi.advanceTimersByTimeAsync(20_000)
  expect(rounds).toBe(2)
})

test('a change during a round begins another after it', async () => {
  let finish = () => {}
  const own = new Rounds(() => Date.now())
  void own.run(
    () => going,
    () => {
      rounds++
      return new Promise((resolve) => {
        finish = resolve
      })
    },
  )
  own.wake()
  finish()
  await vi.advanceTimersByTimeAsync(0)
  expect(rounds).toBe(2)
})

test('what is over ends at once', async () => {
  const own = await quiet(120_000)
  going = false
  own.wake()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(rounds).toBe(0)
})
