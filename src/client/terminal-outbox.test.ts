import { expect, test } from 'vitest'
import { INPUT_WINDOW_BYTES, MAX_INPUT_BYTES } from '../../server/protocol/index.ts'
import { Outbox } from './terminal-outbox.ts'

const bytes = (text: string) => new TextEncoder().encode(text)
const text = (frames: Uint8Array[]) => frames.map((frame) => new TextDecoder().decode(frame)).join('')
const length = (frames: Uint8Array[]) => frames.reduce((sum, frame) => sum + frame.length, 0)

test('what was added goes once', () => {
  const outbox = new Outbox()
  outbox.add(bytes('ls'))
  outbox.add(bytes('\r'))
  expect(text(outbox.next())).toBe('ls\r')
  expect(outbox.next()).toEqual([])
})

test('no more is under way than the program may leave unread', () => {
  const outbox = new Outbox()
  outbox.add(new Uint8Array(INPUT_WINDOW_BYTES * 2))
  const first = outbox.next()
  expect(length(first)).toBe(INPUT_WINDOW_BYTES)
  expect(Math.max(...first.map((frame) => frame.length))).toBe(MAX_INPUT_BYTES)
  expect(outbox.next()).toEqual([])
  outbox.taken(MAX_INPUT_BYTES)
  expect(length(outbox.next())).toBe(MAX_INPUT_BYTES)
})

test('after a lost connection exactly what did not arrive goes again', () => {
  const outbox = new Outbox()
  for (const key of 'echo hello') outbox.add(bytes(key))
  outbox.next()
  outbox.add(bytes(' world'))
  outbox.resume(4, 4)
  expect(text(outbox.next())).toBe(' hello world')
  outbox.resume(16, 10)
  expect(outbox.next()).toEqual([])
})

test('a frame that arrived in part goes on in the middle', () => {
  const outbox = new Outbox()
  outbox.add(bytes('abcdef'))
  outbox.next()
  outbox.taken(2)
  outbox.resume(4, 4)
  expect(text(outbox.next())).toBe('ef')
})

test('a new shell gets nothing of what was meant for the old one', () => {
  const outbox = new Outbox()
  outbox.add(bytes('rm -rf x\r'))
  outbox.next()
  outbox.restart()
  outbox.add(bytes('y'))
  expect(text(outbox.next())).toBe('y')
})
