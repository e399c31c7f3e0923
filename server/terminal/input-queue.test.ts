import { expect, test } from 'vitest'
import { INPUT_WINDOW_BYTES } from '../protocol/index.ts'
import { InputQueue } from './input-queue.ts'

const ignore = () => {}
const until = async (condition: () => boolean) => {
  while (!condition()) await new Promise((resolve) => setTimeout(resolve, 1))
}

test('all bytes arrive in order, however little is taken at a time', async () => {
  let got = ''
  let calls = 0
  const queue = new InputQueue(async (bytes) => {
    if (calls++ % 3 === 0) return 0
    got += bytes.subarray(0, 2)
    return Math.min(2, bytes.length)
  })
  let taken = 0
  const count = (more: number) => {
    taken += more
  }
  queue.push(Buffer.from('hello'), count)
  queue.push(Buffer.from(' world'), count)
  await until(() => got.length === 11)
  expect(got).toBe('hello world')
  await until(() => taken === 11)
})

test('a program that does not read is asked again now and then, not without pause', async () => {
  let calls = 0
  const queue = new InputQueue(async () => {
    calls++
    return 0
  })
  queue.push(Buffer.from('x'), ignore)
  await new Promise((resolve) => setTimeout(resolve, 60))
  expect(calls).toBeGreaterThan(1)
  expect(calls).toBeLessThan(10)
})

test('more unread input than two browsers may send is refused', () => {
  const queue = new InputQueue(async () => 0)
  queue.push(Buffer.alloc(2 * INPUT_WINDOW_BYTES), ignore)
  expect(() => queue.push(Buffer.from('x'), ignore)).toThrow(/still unread/)
})

test('nothing is written after the program has gone', async () => {
  let calls = 0
  const queue = new InputQueue(async () => {
    calls++
    return null
  })
  queue.push(Buffer.from('a'), ignore)
  await until(() => calls === 1)
  queue.push(Buffer.from('b'), ignore)
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(calls).toBe(1)
})
