import { setImmediate as turn } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { allOf, pool } from './pool.ts'

/** Jobs that end when they are told to. */
function jobs() {
  const begun: string[] = []
  const ends = new Map<string, (error?: Error) => void>()
  const job = (name: string) => () => {
    begun.push(name)
    return new Promise<string>((resolve, reject) => {
      ends.set(name, (error) => (error ? reject(error) : resolve(name)))
    })
  }
  const end = async (name: string, error?: Error) => {
    ends.get(name)?.(error)
    await turn()
  }
  return { begun, job, end }
}

test('so many at once and no more; the next begins when one ends, in the order in which they came', async () => {
  const { begun, job, end } = jobs()
  const run = pool(2)
  const all = allOf(['a', 'b', 'c', 'd'].map((name) => run(job(name))))
  await turn()
  expect(begun).toEqual(['a', 'b'])
  await end('b')
  expect(begun).toEqual(['a', 'b', 'c'])
  await end('c')
  await end('d')
  await end('a')
  expect(await all).toEqual(['a', 'b', 'c', 'd'])
})

test('room that was left is there for those who come later', async () => {
  const { begun, job, end } = jobs()
  const run = pool(1)
  const first = run(job('a'))
  await turn()
  await end('a')
  await first
  const second = run(job('b'))
  await turn()
  expect(begun).toEqual(['a', 'b'])
  await end('b')
  expect(await second).toBe('b')
})

test('after a failure none is begun, and it is told when those that ran have ended', async () => {
  const { begun, job, end } = jobs()
  const run = pool(2)
  let told: unknown
  const all = allOf(['a', 'b', 'c'].map((name) => run(job(name)))).catch((error) => {
    told = error.message
  })
  await turn()
  await end('a', new Error('the engine is gone'))
  expect([begun, told]).toEqual([['a', 'b'], undefined])
  await end('b')
  await all
  expect([begun, told]).toEqual([['a', 'b'], 'the engine is gone'])
})
