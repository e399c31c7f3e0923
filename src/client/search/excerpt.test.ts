import { expect, test } from 'vitest'
import { excerpt, resultWords } from './excerpt.ts'

test('a short text is shown whole, with what was searched for marked', () => {
  expect(excerpt('dockerd answers, Dockerd alone', ['dockerd'])).toEqual([
    { text: 'dockerd', hit: true },
    { text: ' answers, ', hit: false },
    { text: 'Dockerd', hit: true },
    { text: ' alone', hit: false },
  ])
})

test('a long text is cut around the first hit, between words', () => {
  const text = `${'before '.repeat(40)}needle ${'after '.repeat(40)}`.trim()
  const pieces = excerpt(text, ['needle'])
  const shown = pieces.map((piece) => piece.text).join('')
  expect(shown).toMatch(/^… before .*needle after .* …$/)
  expect(shown.length).toBeLessThan(170)
  expect(pieces.filter(({ hit }) => hit)).toEqual([{ text: 'needle', hit: true }])
})

test('signs of patterns in a query are letters like others', () => {
  expect(excerpt('a 172.17.0.2 b', ['172.17.0.2'])[1]).toEqual({ text: '172.17.0.2', hit: true })
})

test('without a hit the text begins at its beginning', () => {
  expect(excerpt('plain', [])).toEqual([{ text: 'plain', hit: false }])
})

test('the count of results is a sentence', () => {
  expect([0, 1, 12].map((count) => resultWords(count, 'veth'))).toEqual([
    'No results for “veth”.',
    '1 result for “veth”.',
    '12 results for “veth”.',
  ])
})
