import { expect, it } from 'vitest'
import { roomIn } from './room.ts'

const GIB = 2 ** 30
const free = { memoryBytes: 20 * GIB, diskBytes: 60 * GIB, processes: 30_000 }

it('lets in as many labs as fit beside what is kept free', () => {
  expect(roomIn(free)).toEqual({ labs: 101, short: 'memory' })
})

it('names what there is least of', () => {
  expect(roomIn({ ...free, diskBytes: GIB / 2 })).toEqual({ labs: 0, short: 'disk' })
  expect(roomIn({ ...free, processes: 2300 })).toEqual({ labs: 2, short: 'processes' })
})

it('lets in none when less is free than is kept', () => {
  expect(roomIn({ ...free, memoryBytes: GIB / 4 })).toEqual({ labs: 0, short: 'memory' })
})
