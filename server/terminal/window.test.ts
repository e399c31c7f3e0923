import { expect, test } from 'vitest'
import { WINDOW_BYTES } from '../protocol/index.ts'
import { Window } from './window.ts'

test('what is sent takes room until it is acknowledged', () => {
  const window = new Window(1000)
  expect(window.room).toBe(WINDOW_BYTES)
  window.advance(WINDOW_BYTES)
  expect(window.room).toBe(0)
  window.acknowledge(1000 + 500)
  expect(window.room).toBe(500)
})

test('an acknowledgement of what was never sent, or of old output, opens no room', () => {
  const window = new Window(1000)
  window.advance(100)
  window.acknowledge(1_000_000)
  expect(window.room).toBe(WINDOW_BYTES)
  window.acknowledge(5)
  expect(window.room).toBe(WINDOW_BYTES)
})

test('a viewer keeps up until a whole window is not yet on its screen, sent or not', () => {
  const window = new Window(0)
  expect(window.keepsUp(WINDOW_BYTES - 1)).toBe(true)
  expect(window.keepsUp(WINDOW_BYTES)).toBe(false)
})
