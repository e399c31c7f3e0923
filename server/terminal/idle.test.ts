import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { whenIdle } from './idle.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

test('the end comes once, after the whole time without use', () => {
  let busy = true
  const end = vi.fn()
  whenIdle(() => busy, 60_000, end)
  vi.advanceTimersByTime(300_000)
  busy = false
  vi.advanceTimersByTime(50_000)
  busy = true
  vi.advanceTimersByTime(1000)
  busy = false
  vi.advanceTimersByTime(59_000)
  expect(end).not.toHaveBeenCalled()
  vi.advanceTimersByTime(300_000)
  expect(end).toHaveBeenCalledTimes(1)
})
