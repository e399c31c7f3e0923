import { expect, it } from 'vitest'
import type { LimitReadings } from '../lab-host/index.ts'
import { limitsMet, limitText } from './limit-notice.ts'

const quiet: LimitReadings = {
  memory: { kills: 0, full: 0, max: 2 ** 30 },
  processes: { refused: 0, most: 80, max: 1024 },
  disk: { free: 400 << 20, size: 512 << 20 },
  inotify: { used: 12 },
  namespaces: { used: 3 },
  connections: { count: 40, max: 262_144 },
  packets: { dropped: 0 },
}
const met = (changes: Partial<LimitReadings>) => limitsMet(quiet, { ...quiet, ...changes })

it('says nothing of a quiet host', () => {
  expect(limitsMet(undefined, quiet)).toEqual([])
  expect(limitsMet(quiet, quiet)).toEqual([])
})

it("tells the host's own bound from one that a learner gave a container", () => {
  expect(met({ memory: { kills: 2, full: 9, max: 2 ** 30 } })).toEqual(['memory'])
  expect(met({ memory: { kills: 2, full: 0, max: 2 ** 30 } })).toEqual([])
  expect(met({ processes: { refused: 7, most: 1024, max: 1024 } })).toEqual(['processes'])
  expect(met({ processes: { refused: 7, most: 90, max: 1024 } })).toEqual([])
})

it('tells what is used up at this moment, whatever was before', () => {
  const full = {
    ...quiet,
    disk: { free: 4096, size: 512 << 20 },
    inotify: { used: 1024 },
    namespaces: { used: 48 },
    connections: { count: 262_144, max: 262_144 },
  }
  expect(limitsMet(undefined, full)).toEqual(['disk', 'inotify', 'namespaces', 'connections'])
})

it('tells of events only while they go on', () => {
  const dropped = { ...quiet, packets: { dropped: 900 } }
  expect(limitsMet(quiet, dropped)).toEqual(['packets'])
  expect(limitsMet(dropped, dropped)).toEqual([])
  expect(limitsMet(undefined, dropped)).toEqual([])
})

it('says what was met, how much it is and what to do', () => {
  expect(limitText('host-1', 'memory', quiet)).toBe(
    'host-1 ran out of memory: its 1 GiB were full, and the kernel ended a program. End what you do not need; free -m shows what is left.',
  )
  expect(limitText('host-2', 'processes', quiet)).toContain('host-2 has had all 1,024 processes')
  expect(limitText('host-2', 'disk', quiet)).toContain('512 MiB')
})
