import { expect, it } from 'vitest'
import { minutesUntilTurn } from './waiting.ts'

const minute = 60_000
const now = 1_800_000_000_000
const lab = (age: number, left: number) => ({ startedAt: now - age * minute, expiresAt: now + left * minute })

it('without measured lives waits for the end of the time of whoever ends first', () => {
  expect(minutesUntilTurn(1, [lab(10, 80), lab(60, 30)], [], now)).toBe(30)
  expect(minutesUntilTurn(2, [lab(10, 80), lab(60, 30)], [], now)).toBe(80)
})

it('takes a lab to last as long as others did that came as far', () => {
  const lives = [10, 20, 30, 40, 50].map((one) => one * minute)
  expect(minutesUntilTurn(1, [lab(5, 85)], lives, now)).toBe(25)
  expect(minutesUntilTurn(1, [lab(35, 55)], lives, now)).toBe(15)
  expect(minutesUntilTurn(1, [lab(70, 20)], lives, now)).toBe(20)
})

it('lets those in front use the places first', () => {
  const lives = [30 * minute]
  expect(minutesUntilTurn(3, [lab(20, 70), lab(10, 80)], lives, now)).toBe(40)
})

it('says nothing where nothing runs, and never less than a minute', () => {
  expect(minutesUntilTurn(1, [], [minute], now)).toBeNull()
  expect(minutesUntilTurn(1, [lab(90, -1)], [], now)).toBe(1)
})
