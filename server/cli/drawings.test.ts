import { expect, test } from 'vitest'
import { labVars } from '../catalog/index.ts'
import { Problem } from '../errors/index.ts'
import { drawings, seedFor } from './drawings.ts'

const lab = {
  id: 'gate',
  lans: {},
  hosts: {},
  vars: {
    cause: { pick: ['rule', 'port', 'mtu'] },
    count: { pick: [2, 3] },
    port: { int: [8000, 8999] as [number, number] },
  },
}
const drawn = (seed: number | undefined) => labVars(lab, seed!)
const refusal = (asked: string[]) => {
  try {
    drawings(lab, asked)
  } catch (error) {
    return error instanceof Problem ? error.message : error
  }
  return undefined
}

test('a value that is asked for is drawn, and reported as asked', () => {
  const all = drawings(lab, ['cause=port', 'port=8417'])
  expect(all.map(({ asked }) => asked)).toEqual(['cause=port port=8417'])
  expect(drawn(all[0]!.seed)).toMatchObject({ cause: 'port', port: 8417 })
})

test('a name alone means each value that is picked from; two names, each pair', () => {
  const all = drawings(lab, ['cause', 'count'])
  expect(all.map(({ seed }) => [drawn(seed).cause, drawn(seed).count])).toEqual([
    ['rule', 2],
    ['rule', 3],
    ['port', 2],
    ['port', 3],
    ['mtu', 2],
    ['mtu', 3],
  ])
})

test('without --var every attempt draws its own', () => {
  expect(drawings(lab, [])).toEqual([{ asked: '' }])
  expect(seedFor(lab, [])).toBeUndefined()
})

test('each mistake is named, with what was expected', () => {
  expect(refusal(['couse=rule', 'cause=dns', 'port', 'port=80', 'count=2'])).toBe(
    [
      'Found --var couse=rule; expected a var of gate: cause, count, port.',
      'Found --var cause=dns; expected cause= and one of rule, port, mtu.',
      'Found --var port; expected port= and a whole number, 8000 to 8999.',
      'Found --var port=80; expected port once only.',
    ].join('\n'),
  )
  expect(refusal(['port=80'])).toBe('Found --var port=80; expected port= and a whole number, 8000 to 8999.')
  expect(refusal(['cause=rule', 'cause=mtu'])).toBe('Found --var cause=mtu; expected cause once only.')
  expect(() => drawings({ id: 'plain', vars: {} }, ['cause'])).toThrow('expected nothing, since plain has no vars')
})

test('one attempt takes one value', () => {
  expect(drawn(seedFor(lab, ['cause=mtu'])).cause).toBe('mtu')
  expect(() => seedFor(lab, ['cause'])).toThrow('expected one value for each, as name=value')
})
