import { expect, test } from 'vitest'
import { fill, fillAll, placeholders } from './fill.ts'

const vars = { net: 'app-net', port: 8123, 'lan.subnet': '10.200.0.0/24' }

test('placeholders in a text are filled, with and without blanks', () => {
  expect(fill('curl {{ lan.subnet }}:{{port}} on {{net}}', vars)).toBe('curl 10.200.0.0/24:8123 on app-net')
})

test('a name that is unknown, and what every object has, stays as it is', () => {
  expect(fill('{{nett}} {{toString}}', vars)).toBe('{{nett}} {{toString}}')
})

test('a value with placeholders of its own is not filled again', () => {
  expect(fill('{{a}}', { a: '{{b}}', b: 'no' })).toBe('{{b}}')
})

test('a structure is filled throughout; a lone placeholder takes the type of its var', () => {
  const filled = fillAll({ name: '{{net}}', list: ['{{port}}', 'port {{port}}'], on: true, none: null }, vars)
  expect(filled).toEqual({ name: 'app-net', list: [8123, 'port 8123'], on: true, none: null })
})

test('the names in use are found', () => {
  expect(placeholders('{{a}} and {{ b.c }}, not {d}')).toEqual(['a', 'b.c'])
})
