import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Pacer } from './pacer.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test('the first time is at once, what follows comes in batches, quiet makes it prompt again', () => {
  const work = vi.fn()
  const pacer = new Pacer(work, 5)
  pacer.ask()
  expect(work).toHaveBeenCalledTimes(1)
  pacer.ask()
  pacer.ask()
  expect(work).toHaveBeenCalledTimes(1)
  vi.advanceTimersByTime(5)
  expect(work).toHaveBeenCalledTimes(2)
  vi.advanceTimersByTime(5)
  expect(work).toHaveBeenCalledTimes(2)
  pacer.ask()
  expect(work).toHaveBeenCalledTimes(3)
})
