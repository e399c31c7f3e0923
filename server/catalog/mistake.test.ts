import { expect, test } from 'vitest'
import { formatMistake, nearest } from './mistake.ts'

test('a mistake is one line that begins with its place', () => {
  const mistake = { file: 'labs/a/lab.yaml', line: 3, found: '7', expected: '1, 2, 3 or 4' }
  expect(formatMistake({ ...mistake, hint: '' })).toBe('labs/a/lab.yaml:3: found 7; expected 1, 2, 3 or 4.')
  expect(formatMistake({ ...mistake, hint: 'Look.' })).toMatch(/4\. Hint: Look\.$/)
})

test('the nearest word is found, letter case apart', () => {
  expect(nearest('resolve', ['network', 'resolves'])).toBe('resolves')
  expect(nearest('HostPort', ['hostPort', 'port'])).toBe('hostPort')
})

test('nothing is near to what has nothing in common', () => {
  expect(nearest('xyz', ['network', 'resolves'])).toBeUndefined()
  expect(nearest('abc', [])).toBeUndefined()
})
