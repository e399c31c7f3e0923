import { expect, test } from 'vitest'
import { CREDIT_BYTES, Credit, escaped, GREETING, Greeting, typedIn } from './credit.ts'

test('typed bytes are escaped where they look like credit, and counted once, however they are cut', () => {
  const typed = Buffer.from([0x61, 0xff, 0xff, 0x00, 0x62])
  const wire = escaped(typed)
  expect([...wire]).toEqual([0x61, 0xff, 0, 0xff, 0, 0x00, 0x62])
  for (let cut = 0; cut <= wire.length; cut++)
    expect(typedIn(wire.subarray(0, cut)) + typedIn(wire.subarray(cut))).toBe(typed.length)
})

test('credit is given in whole blocks, never twice, and at most what one message holds', () => {
  const credit = new Credit()
  expect(credit.until(CREDIT_BYTES, 1)).toBeUndefined()
  expect(credit.until(CREDIT_BYTES + 4095, 1)).toBeUndefined()
  expect([...credit.until(CREDIT_BYTES + 8200, 1)!]).toEqual([0xff, 2])
  expect(credit.until(CREDIT_BYTES + 8200, 1)).toBeUndefined()
  expect([...credit.until(CREDIT_BYTES + 10_000_000, 8)!]).toEqual([0xff, 255])
})

test('a greeting is recognized however it is cut, and is no output', () => {
  const bytes = Buffer.from(`${GREETING}$ `)
  for (let cut = 0; cut <= bytes.length; cut++) {
    const greeting = new Greeting(true)
    const parts = [bytes.subarray(0, cut), bytes.subarray(cut)].filter((part) => part.length > 0)
    const seen = parts.map((part) => (greeting.expected ? greeting.read(part) : part).toString()).join('')
    expect([seen, greeting.heard]).toEqual(['$ ', true])
  }
})

test('what only begins like a greeting is output, and the shell is not paced', () => {
  const greeting = new Greeting(true)
  expect(greeting.read(Buffer.from(GREETING.slice(0, 5)))).toHaveLength(0)
  expect(greeting.read(Buffer.from('else')).toString()).toBe(`${GREETING.slice(0, 5)}else`)
  expect([greeting.expected, greeting.heard]).toEqual([false, false])
})
