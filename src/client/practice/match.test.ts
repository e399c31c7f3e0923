import { expect, test } from 'vitest'
import { pointsIn } from './match.ts'

const points = [
  { id: 'arp', terms: [['arp', 'neighbour']] },
  { id: 'forward', terms: [['dnat', 'rewritten'], ['forward']] },
  { id: 'vxlan', terms: [['4789']] },
  { id: 'nat', terms: [['nat']] },
]
const ids = (text: string) => pointsIn(text, points).map(({ id }) => id)

test('a point needs one term of each of its groups', () => {
  expect(ids('The destination is rewritten.')).toEqual([])
  expect(ids('The destination is rewritten, then the packet is Forwarded.')).toEqual(['forward'])
  expect(ids('First ARP. Then DNAT; FORWARD.')).toEqual(['arp', 'forward'])
})

test('the words by which it was noticed are told', () => {
  expect(pointsIn('a neighbour entry', points)).toEqual([{ id: 'arp', words: ['neighbour'] }])
})

test('a term counts from the start of a word only', () => {
  expect(ids('a designated sharpener')).toEqual([])
  expect(ids('udp/4789')).toEqual([])
  expect(ids('UDP 4789, no NAT')).toEqual(['vxlan', 'nat'])
})

test('an empty text holds nothing', () => {
  expect(ids('')).toEqual([])
})
