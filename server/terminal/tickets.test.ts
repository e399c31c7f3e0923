import { afterEach, expect, test, vi } from 'vitest'
import { Tickets } from './tickets.ts'

const claim = { attempt: 'a1', host: 'host-1', n: 1, owner: 'ada', address: '10.0.0.1' }

afterEach(() => vi.useRealTimers())

test('a ticket opens once', () => {
  const tickets = new Tickets()
  const ticket = tickets.issue(claim)
  expect(tickets.redeem(ticket)).toEqual(claim)
  expect(tickets.redeem(ticket)).toBeUndefined()
})

test('a ticket is of no use after a while, and one that was never given never is', () => {
  vi.useFakeTimers()
  const tickets = new Tickets()
  const ticket = tickets.issue(claim)
  vi.advanceTimersByTime(21_000)
  expect(tickets.redeem(ticket)).toBeUndefined()
  expect(tickets.redeem('')).toBeUndefined()
})

test('tickets that nobody uses do not pile up', () => {
  const tickets = new Tickets()
  const first = tickets.issue(claim)
  for (let n = 0; n < 10_000; n++) tickets.issue(claim)
  expect(tickets.redeem(first)).toBeUndefined()
})
