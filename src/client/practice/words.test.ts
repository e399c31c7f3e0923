import { expect, test } from 'vitest'
import { forecast, untilWords } from './words.ts'

const now = new Date(2026, 0, 10, 12, 0)
const at = (day: number, hour: number) => new Date(2026, 0, day, hour, 0)

test('a time to come is told the way people say it', () => {
  expect(untilWords(at(10, 11), now)).toBe('now')
  expect(untilWords(new Date(now.getTime() + 600_000), now)).toBe('in 10 min')
  expect(untilWords(at(10, 20), now)).toBe('in 8 h')
  expect(untilWords(at(11, 9), now)).toBe('tomorrow')
  expect(untilWords(at(22, 9), now)).toBe('in 12 days')
})

test('the forecast counts by day, what is overdue today, and leaves out what is later', () => {
  expect(forecast([at(1, 1), at(10, 23), at(11, 0), at(12, 8), at(30, 8)], now, 3)).toEqual([2, 1, 1])
})
