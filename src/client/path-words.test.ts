import { expect, test } from 'vitest'
import { pathWords } from './path-words.ts'

test('the words of an address are what is looked for, the folders of the site are not', () => {
  expect(pathWords('/labs/dns-upsteam/')).toBe('dns upsteam')
  expect(pathWords('/practice/ufw_and_5432.html')).toBe('ufw and 5432')
})

test('signs that an address has to write otherwise are gaps', () => {
  expect(pathWords('/macvlan%20host')).toBe('macvlan host')
  expect(pathWords('/%E0%A4%A')).toBe('A')
  expect(pathWords('/')).toBe('')
})
