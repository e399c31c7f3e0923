import { expect, test } from 'vitest'
import { readLesson } from './lesson.ts'

const read = (...rows: string[]) => readLesson('dns', ['---', 'title: T', 'lab: shop', '---', ...rows].join('\n'))

test('each bash block is to be run, with the text below it as its output', () => {
  const lesson = read('```bash', 'ls', 'pwd', '```', '', '```text varies="number order"', 'a', '```', 'prose')
  expect(lesson).toEqual({
    slug: 'dns',
    lab: 'shop',
    blocks: [
      {
        number: 1,
        line: 5,
        engines: [],
        commands: 'ls\npwd',
        outputs: [{ engines: [], varies: ['number', 'order'], text: 'a' }],
      },
    ],
  })
})

test('a block names its lab, its host and the engines it is for', () => {
  const { blocks } = read('```bash host=host-2 lab=other engine="20 26"', 'ls', '```')
  expect(blocks).toMatchObject([{ lab: 'other', host: 'host-2', engines: ['20', '26'] }])
})

test('text after prose, files and blocks for reading are nobody’s output', () => {
  const { blocks } = read(
    '```bash',
    'one',
    '```',
    'then',
    '```text',
    'no',
    '```',
    '```bash norun',
    'x',
    '```',
    '```text',
    'no',
    '```',
    '```bash',
    'two',
    '```',
    '```json',
    '{}',
    '```',
    '```text',
    'no',
    '```',
  )
  expect(blocks.map(({ commands, outputs }) => [commands, outputs])).toEqual([
    ['one', []],
    ['two', []],
  ])
})

test('engines that print something else have an output of their own', () => {
  const { blocks } = read(
    '```bash',
    'x',
    '```',
    '```text engine=20',
    'a',
    '```',
    '',
    '```text engine="26 28"',
    'b',
    '```',
  )
  expect(blocks[0]?.outputs).toMatchObject([
    { engines: ['20'], text: 'a' },
    { engines: ['26', '28'], text: 'b' },
  ])
})
