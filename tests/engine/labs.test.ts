import { afterAll, expect, test } from 'vitest'
import { whyUnavailable } from '../../server/attempt/index.ts'
import { testLab } from '../../server/cli/lab-test.ts'
import { type AttemptSpec, DockerLabHosts } from '../../server/lab-host/index.ts'
import { allLabs, labNamed, socket } from './lab.ts'

/** Remembers which attempts were made, so that each can be looked for afterwards. */
class RememberingHosts extends DockerLabHosts {
  readonly made = new Set<string>()

  override create(spec: AttemptSpec, onStep: (step: string) => void) {
    this.made.add(spec.id)
    return super.create(spec, onStep)
  }
}

const hosts = new RememberingHosts(socket)
afterAll(() => hosts.close())

const offer = await hosts.offer()
const nothing = { alternatives: [], wrong: [] }

for (const lab of await allLabs()) {
  test(`${lab.id} proves itself: untouched, solved, solved otherwise, done wrong, reset`, async ({ skip }) => {
    const why = whyUnavailable(lab, offer)
    // What this machine cannot have says nothing about the lab; `npm run test:vm` plays it.
    if (why) return skip(why)
    const reports = await testLab(hosts, lab, nothing, () => {})
    expect(reports.filter(({ ok }) => !ok)).toEqual([])
    const scripts = reports.map(({ script }) => script)
    expect(scripts).toEqual(expect.arrayContaining(['untouched', 'solution.sh', 'reset']))
    expect(scripts.filter((name) => name.startsWith('alternatives/')).length).toBeGreaterThanOrEqual(1)
    expect(scripts.filter((name) => name.startsWith('wrong/')).length).toBeGreaterThanOrEqual(2)
    expect(new Set(scripts).size).toBe(scripts.length)
    const left = (await hosts.list()).filter(({ spec }) => hosts.made.has(spec.id))
    expect(left).toEqual([])
  })
}

test('nothing is proven by a lab that begins solved, a solution that does too little or a wrong way that is right', async () => {
  const lab = await labNamed('names-that-resolve')
  const [network, ...rest] = lab.solution.sections
  const done = {
    ...lab.solution,
    name: 'wrong/right.sh',
    sections: rest,
    fails: [{ line: 1, task: 'mtu', check: 'mtu' }],
  }
  const broken = { ...done, name: 'wrong/broken.sh', sections: [{ line: 1, body: 'echo no such thing; exit 3\n' }] }
  const bad = {
    ...lab,
    setup: { ...lab.setup, sections: [...lab.setup.sections, network!] },
    solution: { ...lab.solution, sections: [{ line: 1, body: 'true\n' }] },
    alternatives: [],
    wrong: [done, broken],
  }
  const reports = await testLab(hosts, bad, nothing, () => {})
  const of = (name: string) => reports.find(({ script }) => script === name)
  expect(reports.map(({ script, ok }) => [script, ok]).sort()).toEqual([
    ['reset', false],
    ['solution.sh', false],
    ['untouched', false],
    ['wrong/broken.sh', false],
    ['wrong/right.sh', false],
  ])
  expect(of('untouched')?.tasks.find(({ id }) => id === 'network')?.outcome).toBe('pass')
  expect(of('solution.sh')?.tasks.find(({ id }) => id === 'name')?.outcome).toBe('fail')
  expect(of('wrong/right.sh')?.tasks.every(({ outcome }) => outcome === 'pass')).toBe(true)
  expect(of('wrong/broken.sh')?.error).toMatch(/exited with 3.*no such thing/s)
})
