import { expect, test } from 'vitest'
import { type Lab, loadCatalog } from '../catalog/index.ts'
import { parseScript } from '../script/index.ts'
import { consequenceOf, isLabFile, isNews } from './lab-changes.ts'
import { type JudgedTask, labsFolder } from './workshop.ts'

const { labs } = await loadCatalog(labsFolder)
const lab = labs.find(({ id }) => id === 'bridge-build')!
const after = (change: Partial<Lab>) => consequenceOf(lab, { ...structuredClone(lab), ...change }, 7)
const setup = (text: string) => ({ ...parseScript(text), name: 'setup.sh' })

test('another setup.sh, other hosts, LANs or images want fresh hosts', () => {
  expect(after({ setup: setup('docker run -d --name box web\n') })).toBe('replay')
  expect(after({ setup: setup('#@ host-2\nset -euo pipefail\ndocker run -d --name box tools\n') })).toBe('replay')
  expect(after({ hosts: { 'host-1': { lans: ['lan'], engine: '26' } } })).toBe('replay')
  expect(after({ hosts: { 'host-2': lab.hosts['host-2']!, 'host-1': lab.hosts['host-1']! } })).toBe('replay')
  expect(after({ lans: { lan: { mtu: 1400 } } })).toBe('replay')
  expect(after({ images: ['web', 'tools'] })).toBe('replay')
})

test('vars want fresh hosts when setup.sh would have found another value', () => {
  expect(after({ vars: { ...lab.vars, port: { int: [9000, 9999] } } })).toBe('replay')
  expect(after({ vars: { net: lab.vars.net! } })).toBe('replay')
  expect(after({ vars: { ...lab.vars, more: { pick: ['one', 'two'] } } })).toBe('nothing')
})

test('other tasks want another look', () => {
  expect(after({ tasks: (lab.tasks as unknown[]).slice(1) })).toBe('judge')
})

test('a title, a solution, a wrong way and a line above setup.sh want nothing', () => {
  expect(after({ title: 'Another', minutes: 20, solution: setup('true\n'), wrong: [] })).toBe('nothing')
  expect(
    consequenceOf({ ...lab, setup: setup('#@ host-1\nid\n') }, { ...lab, setup: setup('\n#@ host-1\nid\n') }, 7),
  ).toBe('nothing')
})

const check = { check: 'network', outcome: 'fail', expected: 'a network', observed: 'none', evidence: '' } as const
const judged = (change: Partial<JudgedTask> = {}): JudgedTask[] => [
  { id: 'net', title: 'Net', outcome: 'fail', checks: [check, check], ...change },
]

test('news is another outcome of a task or of one of its checks, or another task', () => {
  expect(isNews([], judged())).toBe(true)
  expect(isNews(judged(), judged({ outcome: 'pass' }))).toBe(true)
  expect(isNews(judged(), judged({ checks: [check, { ...check, outcome: 'pass' }] }))).toBe(true)
  expect(isNews(judged(), judged({ id: 'other' }))).toBe(true)
})

test('another observation with the same outcome is no news', () => {
  expect(isNews(judged(), judged({ checks: [check, { ...check, observed: 'one of driver macvlan' }] }))).toBe(false)
})

test('what editors leave beside the files of a lab is none of them', () => {
  expect(
    ['lab.yaml', 'setup.sh', 'solution.sh', 'wrong/a.sh', 'alternatives/b.sh', 'wrong'].filter(isLabFile),
  ).toHaveLength(6)
  expect(['.lab.yaml.swp', '4913', 'lab.yaml~', 'notes.md', 'wrong/a.sh~', 'more/c.sh'].filter(isLabFile)).toEqual([])
})
