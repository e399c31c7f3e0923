import { expect, test } from 'vitest'
import { choiceOf, countWords, fits, queryOf } from './lab-filter.ts'

const lab = { topic: 'dns', kind: 'incident', level: '2', minutes: '15', progress: 'begun' }

test('a choice is the same in an address and back', () => {
  const choice = { topic: 'dns', minutes: '15' }
  expect(queryOf(choice)).toBe('?topic=dns&minutes=15')
  expect(choiceOf(new URLSearchParams(queryOf(choice)))).toEqual(choice)
  expect(queryOf({})).toBe('')
})

test('empty fields and names that are no filter count for nothing', () => {
  expect(choiceOf(new URLSearchParams('?topic=&colour=red&kind=incident'))).toEqual({ kind: 'incident' })
})

test('a lab fits when all that is chosen is so', () => {
  expect(fits(lab, {})).toBe(true)
  expect(fits(lab, { topic: 'dns', level: '2', progress: 'begun' })).toBe(true)
  expect(fits(lab, { topic: 'dns', level: '3' })).toBe(false)
})

test('the time chosen is the most that a lab may take', () => {
  expect(fits(lab, { minutes: '15' })).toBe(true)
  expect(fits(lab, { minutes: '120' })).toBe(true)
  expect(fits(lab, { minutes: '10' })).toBe(false)
})

test('a lab whose progress is not known is new', () => {
  expect(fits({ ...lab, progress: undefined }, { progress: 'new' })).toBe(true)
  expect(fits({ ...lab, progress: undefined }, { progress: 'done' })).toBe(false)
})

test('the count tells how many are left out', () => {
  expect(countWords(10, 10)).toBe('10 labs')
  expect(countWords(1, 10)).toBe('1 of 10 labs')
})
