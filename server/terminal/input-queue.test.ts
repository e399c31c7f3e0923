import { expect, test } from 'vitest'
import { InputQueue } from './input-queue.ts'

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
  queue.push(Buffer.from('hello'))
  queue.push(Buffer.from(' world'))
  await until(() => got.length === 11)
  expect(got).toBe('hello world')
})

test('a program that does not read is asked again now and then, not without pause', async () => {
  let calls = 0
  const queue = new InputQueue(async () => {
    calls++
    return 0
  })
  queue.push(Buffer.from('x'))
  await new Promise((resolve) => setTimeout(resolve, 60))
  expect(calls).toBeGreaterThan(1)
  expect(calls).toBeLessThan(10)
})

test('more than eight MiB unread is refused', () => {
  const queue = new InputQueue(async () => 0)
  for (let n = 0; n < 8; n++) queue.push(Buffer.alloc(1024 * 1024))
  expect(() => queue.push(Buffer.from('x'))).toThrow(/still unread/)
})

test('nothing is written after the program has gone', async () => {
  let calls = 0
  const queue = new InputQueue(async () => {
    calls++
    return null
  })
  queue.push(Buffer.from('a'))
  await until(() => calls === 1)
  queue.push(Buffer.from('b'))
  await new Promise((resolve) => setTimeout(resolve, 20))
  expect(calls).toBe(1)
})
