import { expect, test } from 'vitest'
import { MAX_TERMINALS } from '../../server/protocol/index.ts'
import * as desk from './desk-layout.ts'

const two = desk.initialLayout(['host-1', 'host-2'])
const titles = (layout: desk.Layout) => layout.tabs.map(desk.titleOf)
const inUse = (layout: desk.Layout) => desk.nameOf(desk.frontPane(layout))

test('a lab begins with a tab for each host', () => {
  expect(titles(two)).toEqual(['host-1', 'host-2'])
  expect(inUse(two)).toBe('host-1')
})

test('new terminals take the lowest free number of their host and come to the front', () => {
  const more = desk.withSplit(desk.withTab(two, 'host-2'), 'column')
  expect(titles(more)).toEqual(['host-1', 'host-2', 'host-2 ×2'])
  expect(inUse(more)).toBe('host-2 (3)')
  const again = desk.withTab(desk.withoutFront(desk.withFront(more, { host: 'host-2', n: 2 })), 'host-2')
  expect(inUse(again)).toBe('host-2 (2)')
})

test('a lab has so many terminals at most, a tab four, and the last one stays', () => {
  let layout = two
  for (let n = 0; n < 20; n++) layout = desk.withSplit(layout, 'row')
  expect(layout.tabs[0]?.panes).toHaveLength(4)
  for (let n = 0; n < 20; n++) layout = desk.withTab(layout, 'host-1')
  expect(desk.panesOf(layout)).toHaveLength(MAX_TERMINALS)
  for (let n = 0; n < 40; n++) layout = desk.withoutFront(layout)
  expect(desk.panesOf(layout)).toHaveLength(1)
})

test('a block of a lesson goes to a terminal of its host: the one in use, else one that is there, else a new one', () => {
  const split = desk.withSplit(two, 'row')
  expect(inUse(desk.withHost(split, 'host-1'))).toBe('host-1 (2)')
  expect(inUse(desk.withHost(split, 'host-2'))).toBe('host-2')
  const without = desk.withoutFront(desk.withHost(two, 'host-2'))
  expect(inUse(desk.withHost(without, 'host-2'))).toBe('host-2')
})

test('a border that is dragged leaves both sides visible and the rest alone', () => {
  const three = desk.withSplit(desk.withSplit(two, 'row'), 'row')
  const shares = (layout: desk.Layout) => layout.tabs[0]!.panes.map(({ share }) => Math.round(share * 100) / 100)
  expect(shares(desk.withBorderMoved(three, 0, 0.1))).toEqual([1.3, 0.7, 1])
  expect(shares(desk.withBorderMoved(three, 1, -9))).toEqual([1, 0.45, 1.55])
})

test('what another page opened gets a tab here; what ended there does not', () => {
  const opened = [
    { host: 'host-1', n: 1, running: true },
    { host: 'host-1', n: 4, running: true },
    { host: 'host-2', n: 2, running: false },
  ]
  expect(titles(desk.withOpened(two, opened))).toEqual(['host-1', 'host-2', 'host-1 (4)'])
})

test('a layout comes back as it was stored', () => {
  const layout = desk.withName(desk.withSplit(two, 'column'), '  build  ')
  expect(desk.restoredLayout(JSON.stringify(layout), ['host-1', 'host-2'])).toEqual(layout)
  expect(titles(layout)[0]).toBe('build')
})

test.each([
  ['nothing', null],
  ['no JSON', '{'],
  ['another shape', '{"tabs":[{}],"front":0}'],
  ['no tab', '{"tabs":[],"front":0}'],
  ['a host that is not of this lab', JSON.stringify(desk.initialLayout(['host-9']))],
  ['a front that is not there', JSON.stringify({ ...two, front: 7 })],
  ['the same terminal twice', JSON.stringify({ ...two, tabs: [two.tabs[0], two.tabs[0]] })],
])('%s stored is the first layout', (_, stored) => {
  expect(desk.restoredLayout(stored, ['host-1', 'host-2'])).toEqual(two)
})
