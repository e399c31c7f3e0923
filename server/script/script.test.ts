import { expect, test } from 'vitest'
import { parseScript } from './script.ts'

test('a script without headers is one section', () => {
  expect(parseScript('echo one\n').sections).toEqual([{ line: 1, body: 'echo one\n\n' }])
})

test('host and task hold until the next header of their kind', () => {
  const { sections } = parseScript('a\n#@ host-2\nb\n#@ task net\nc\n#@ host-1\nd\n')
  expect(sections).toMatchObject([
    { body: 'a\n', line: 1 },
    { body: 'b\n', host: 'host-2', line: 3 },
    { body: 'c\n', host: 'host-2', task: 'net', line: 5 },
    { host: 'host-1', task: 'net', line: 7 },
  ])
})

test('parts that hold only comments are no sections', () => {
  expect(parseScript('#!/bin/bash\n# why\n\n#@ task net\nls\n').sections).toHaveLength(1)
})

test('a wrong script says what it fails', () => {
  const script = parseScript('#!/bin/bash\n#@ fails net network\n#@ fails name resolves\nls\n')
  expect(script.fails).toEqual([
    { line: 2, task: 'net', check: 'network' },
    { line: 3, task: 'name', check: 'resolves' },
  ])
})

test('a header that is none of those known is handed back with its line', () => {
  const { unknown, sections } = parseScript('#@ fails net\n#@\n#@ task a b\n#@ two words\nls\n')
  expect(unknown.map((one) => one.line)).toEqual([1, 2, 3, 4])
  expect(sections).toHaveLength(1)
})

test('an indented or longer comment is no header', () => {
  expect(parseScript('  #@ host-2\n#@host-2\nls\n').headers).toEqual([])
})
