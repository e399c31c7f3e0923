import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { labVars, tasksOf } from './lab.ts'
import { loadCatalog, loadScripts } from './load.ts'
import { shownVars, toLabView } from './view.ts'

const labs = new URL('../../labs', import.meta.url).pathname
let folder = ''

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'labs-'))
})

afterAll(() => rm(folder, { recursive: true }))

async function namesThatResolve() {
  const lab = (await loadCatalog(labs)).labs.find(({ id }) => id === 'names-that-resolve')
  if (!lab) throw new Error('names-that-resolve is not among the labs')
  return lab
}

test('every lab of this repository is without mistakes', async () => {
  const { labs: loaded, mistakes } = await loadCatalog(labs)
  expect(mistakes).toEqual([])
  expect(loaded.map((lab) => lab.id)).toContain('names-that-resolve')
})

test('a lab with mistakes is left out, the others are kept', async () => {
  await cp(join(labs, 'names-that-resolve'), join(folder, 'names-that-resolve'), { recursive: true })
  await mkdir(join(folder, 'empty-one'))
  await mkdir(join(folder, 'images'))
  await writeFile(join(folder, 'lab.schema.json'), '{}')
  const { labs: loaded, mistakes } = await loadCatalog(folder)
  expect(loaded.map((lab) => lab.id)).toEqual(['names-that-resolve'])
  expect(mistakes.map(({ file }) => file)).toEqual(
    ['lab.yaml', 'setup.sh', 'solution.sh'].map((name) => join(folder, 'empty-one', name)),
  )
})

test('scripts of somebody else are checked against the lab', async () => {
  const lab = await namesThatResolve()
  const extra = join(folder, 'extra')
  await mkdir(join(extra, lab.id, 'wrong'), { recursive: true })
  await writeFile(join(extra, lab.id, 'wrong', 'mine.sh'), '#@ fails name resolve\nls\n')
  await writeFile(join(extra, lab.id, 'wrong', 'notes.txt'), 'not a script')
  const scripts = await loadScripts(extra, lab)
  expect(scripts.wrong.map((script) => script.name)).toEqual(['wrong/mine.sh'])
  expect(scripts.alternatives).toEqual([])
  expect(scripts.mistakes).toMatchObject([
    { line: 1, found: 'check "resolve" of task name', hint: 'Did you mean resolves?' },
  ])
  expect(await loadScripts(join(folder, 'nowhere'), lab)).toEqual({ alternatives: [], wrong: [], mistakes: [] })
})

test('learners see the tasks with the vars of seed 0, and nothing that gives them away', async () => {
  const view = toLabView(await namesThatResolve())
  expect(view).toMatchObject({
    id: 'names-that-resolve',
    hosts: ['host-1'],
    vars: { 'lan.mtu': '1400', 'host-1.ip': '10.200.0.11' },
  })
  expect(view.tasks[0]).toEqual({
    id: 'network',
    title: `Create a bridge network named ${view.vars.net}`,
    kind: 'state',
  })
  expect(view.tasks.at(-1)?.kind).toBe('answer')
  expect(Object.keys(view.tasks[0]!)).toEqual(['id', 'title', 'kind'])
})

test("built-ins are the place's own addresses, a host's on its first LAN", async () => {
  const lab = {
    vars: {},
    lans: { lan: { mtu: 1500 }, dmz: { mtu: 1400 } },
    hosts: { gate: { lans: ['dmz', 'lan'], engine: '26' as const } },
  }
  const place = {
    lans: { lan: { subnet: '10.1.0.0/24', gateway: '10.1.0.1' }, dmz: { subnet: '10.2.0.0/24', gateway: '10.2.0.1' } },
    hosts: [{ name: 'gate', addresses: { lan: '10.1.0.2', dmz: '10.2.0.2' } }],
  }
  expect(shownVars({ tasks: [] }, labVars(lab, 0, place))).toEqual({
    'lan.subnet': '10.1.0.0/24',
    'lan.gateway': '10.1.0.1',
    'lan.mtu': '1500',
    'dmz.subnet': '10.2.0.0/24',
    'dmz.gateway': '10.2.0.1',
    'dmz.mtu': '1400',
    'gate.ip': '10.2.0.2',
  })
})

test('tasks are filled with numbers where a check wants numbers', async () => {
  const lab = await namesThatResolve()
  const service = tasksOf(lab, { ...labVars(lab, 0), net: 'app-net', port: 8123 }).find((task) => task.id === 'service')
  expect(service?.checks[1]).toEqual({ name: 'dnat', params: { container: 'api', port: 8080, hostPort: 8123 } })
})

test('a var that is the right answer is kept from learners', () => {
  const tasks = [
    { id: 'cause', answer: { choice: { right: '{{cause}}' } } },
    { id: 'net', title: 'Make {{net}}' },
  ]
  expect(shownVars({ tasks }, { cause: 'mtu', net: 'app-net' })).toEqual({ net: 'app-net' })
})
