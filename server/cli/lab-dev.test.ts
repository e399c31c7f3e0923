import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { type Lab, loadCatalog } from '../catalog/index.ts'
import { Problem } from '../errors/index.ts'
import { parseScript } from '../script/index.ts'
import { DockerSketch } from './docker-sketch.ts'
import { follow } from './lab-dev.ts'
import { labsFolder } from './workshop.ts'

const { labs } = await loadCatalog(labsFolder)
const script = (text: string) => ({ ...parseScript(text), name: 'setup.sh' })
const network = (name: string) => ({ id: name, title: `Make ${name}`, checks: [{ network: { name } }] })
const lab: Lab = {
  ...labs.find(({ id }) => id === 'cnm-anatomy')!,
  tasks: [network('front')],
  setup: script('true\n'),
}

let hosts: DockerSketch
let files: () => Promise<Lab>
let told: string[]
let save: () => void
let over: AbortController
let end: Promise<void>

beforeEach(async () => {
  hosts = new DockerSketch()
  files = async () => lab
  told = []
  over = new AbortController()
  end = follow(hosts, lab, {
    read: () => files(),
    onSave: (saved) => {
      save = saved
      return () => {}
    },
    over: over.signal,
    tell: (text) => told.push(text),
  })
  await tells('✗ Make front')
})
afterEach(async () => {
  over.abort()
  await end
})

const tells = async (text: string) => {
  await vi.waitFor(() => expect(told.join('\n')).toContain(text), { timeout: 5000 })
  told.length = 0
}
const ids = () => [...hosts.attempts.keys()]

test('it says how to enter, tells a task when its outcome changes, and Ctrl-C leaves nothing', async () => {
  hosts.networks.get(ids()[0]!)?.push('front')
  await tells('✓ Make front')
  over.abort()
  await end
  expect([ids(), told]).toEqual([[], ['cnm-anatomy: removed']])
})

test('with other tasks the same hosts are judged anew', async () => {
  const before = ids()
  files = async () => ({ ...lab, tasks: [network('back')] })
  save()
  await tells('✗ Make back')
  expect(ids()).toEqual(before)
})

test('with another setup.sh there are fresh hosts with the same values, and the old ones go', async () => {
  const [before] = [...hosts.attempts.values()]
  files = async () => ({ ...lab, setup: script('docker network create front\n') })
  save()
  await tells('✓ Make front')
  const [after, ...more] = [...hosts.attempts.values()]
  expect(more).toEqual([])
  expect(after?.spec.id).not.toBe(before?.spec.id)
  expect(after?.spec.seed).toBe(before?.spec.seed)
})

test('with mistakes in the files the lab stays as it is until they are mended', async () => {
  const before = ids()
  files = async () => {
    throw new Problem('lab-broken', 'The lab has mistakes:\nlab.yaml:3: found x; expected y.')
  }
  save()
  await tells('lab.yaml:3: found x; expected y.')
  hosts.networks.get(before[0]!)?.push('front')
  await tells('✓ Make front')
  files = async () => lab
  save()
  await tells('Saved: without mistakes.')
  expect(ids()).toEqual(before)
})

test('a setup.sh that goes wrong leaves the hosts before, and the next save tries again', async () => {
  const before = ids()
  files = async () => ({ ...lab, setup: script('false\n') })
  hosts.fails = (program) => program.includes('false')
  save()
  await tells('setup.sh of cnm-anatomy exited with 1')
  expect(ids()).toEqual(before)
  hosts.fails = () => false
  save()
  await tells('Ready.')
  expect(ids()).not.toEqual(before)
})

test('an attempt that somebody stops is told once', async () => {
  hosts.attempts.clear()
  await tells('is not running here')
  await new Promise((resolve) => setTimeout(resolve, 700))
  expect(told).toEqual([])
})
