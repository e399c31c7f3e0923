import { expect, test } from 'vitest'
import { RATINGS } from '../protocol/index.ts'
import { review, standing } from './schedule.ts'

const start = new Date('2026-01-01T08:00:00Z')
const days = (from: Date, to: Date) => (to.getTime() - from.getTime()) / 86_400_000

test('what was easy comes later than what was good, hard or forgotten', () => {
  const pauses = RATINGS.map((rating) => days(start, review(undefined, rating, start).due))
  expect(pauses).toEqual(pauses.toSorted((a, b) => a - b))
  expect(pauses[0]).toBeLessThan(1)
  expect(pauses[3]).toBeGreaterThan(1)
})

test('each good answer in time makes the next pause longer, also after being stored', () => {
  let now = start
  let stored: Record<string, unknown> | undefined
  const pauses: number[] = []
  for (let n = 0; n < 5; n++) {
    const next = review(stored, 'good', now)
    pauses.push(days(now, next.due))
    stored = JSON.parse(JSON.stringify(next.card))
    now = next.due
  }
  expect(pauses).toEqual(pauses.toSorted((a, b) => a - b))
  expect(pauses.at(-1)).toBeGreaterThan(20)
  expect(standing(stored!)).toMatchObject({ reviews: 5 })
})

test('what was forgotten comes back soon, however long the pause had become', () => {
  const known = review(review(undefined, 'easy', start).card, 'easy', new Date('2026-01-20T08:00:00Z'))
  const lapsed = review(known.card, 'again', known.due)
  expect(days(known.due, lapsed.due)).toBeLessThan(1)
})
