import { expect, test } from 'vitest'
import { MAX_INPUT_BYTES } from '../protocol/index.ts'
import { parseFrame } from './frame.ts'

const text = (value: unknown) => parseFrame(Buffer.from(JSON.stringify(value)), false)

test('bytes are input, JSON is control', () => {
  expect(parseFrame(Buffer.from('ls\r'), true)).toEqual({ type: 'input', bytes: Buffer.from('ls\r') })
  const attach = { type: 'attach', from: 0, client: 'c1', cols: 80, rows: 24 }
  expect(text(attach)).toEqual(attach)
  expect(text({ ...attach, shell: 's1' })).toEqual({ ...attach, shell: 's1' })
  expect(text({ type: 'ack', offset: 7 })).toEqual({ type: 'ack', offset: 7 })
})

test.each([
  ['no JSON', Buffer.from('{'), 'JSON in UTF-8'],
  ['no UTF-8', Buffer.from([0x22, 0xff, 0xfe, 0x22]), 'JSON in UTF-8'],
  ['an unknown message', Buffer.from('{"type":"exec"}'), 'attach, resize or ack'],
  ['null', Buffer.from('null'), 'attach, resize or ack'],
  ['a size out of bounds', Buffer.from('{"type":"resize","cols":1,"rows":9999}'), 'cols: '],
  ['a broken number', Buffer.from('{"type":"ack","offset":1.5}'), 'offset: '],
  ['an unknown field', Buffer.from('{"type":"ack","offset":1,"x":1}'), '"x"'],
])('%s is refused and the message says what is expected', (_, data, expected) => {
  const refusal = { code: 'frame-refused', message: expect.stringContaining(expected) }
  expect(() => parseFrame(data, false)).toThrow(expect.objectContaining(refusal))
})

test('every mistake of a message is told at once', () => {
  expect(() => text({ type: 'resize', cols: 0, rows: 0 })).toThrow(/cols: .*; rows: /)
})

test('input longer than a frame may be is refused', () => {
  expect(parseFrame(Buffer.alloc(MAX_INPUT_BYTES), true)).toMatchObject({ type: 'input' })
  expect(() => parseFrame(Buffer.alloc(MAX_INPUT_BYTES + 1), true)).toThrow(/at most 65536/)
})
