import { expect, test } from 'vitest'
import { rowOf } from './row.ts'

test('percentiles are measurements that were made', () => {
  const samples = Array.from({ length: 20 }, (_, n) => 20 - n)
  expect(rowOf('echo', samples)).toEqual({ name: 'echo', unit: 'ms', n: 20, p50: 10, p95: 19, max: 20 })
})

test('one measurement is every percentile', () => {
  expect(rowOf('size', [1.2345], 'MiB')).toEqual({ name: 'size', unit: 'MiB', n: 1, p50: 1.23, p95: 1.23, max: 1.23 })
})

test('nothing measured is a fault, not a zero', () => {
  expect(() => rowOf('cold', [])).toThrow('nothing was measured for cold')
})
