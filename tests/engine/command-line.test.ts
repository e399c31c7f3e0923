import { spawn } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { root } from '../../setup/paths.mjs'
import { docker, labNamed, socket } from './lab.ts'

const LAB = 'names-that-resolve'
let folder = ''
let env: NodeJS.ProcessEnv

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pb-cli-'))
  env = {
    ...process.env,
    PATCHBAY_ENGINE: socket,
    PATCHBAY_DATA: join(folder, 'data'),
    PATCHBAY_RUN: join(folder, 'run'),
  }
})
afterAll(() => rm(folder, { recursive: true, force: true }))

async function run(file: string, args: string[], changes: NodeJS.ProcessEnv = {}) {
  const child = spawn(process.execPath, [file, ...args], {
    env: { ...env, ...changes },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const code = new Promise<number | null>((resolve) => child.once('exit', resolve))
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)])
  return {
    code: await code,
    stdout,
    stderr,
    /** stdout as one JSON value; fails when there is anything else in it. */
    get json() {
      return JSON.parse(stdout)
    },
  }
}

const program = join(root, 'bin/patchbay.mjs')
const patchbay = (...args: string[]) => run(program, args)
/** As on a machine whose lab engine has gone. */
const withoutEngine = (...args: string[]) => run(program, args, { PATCHBAY_ENGINE: join(folder, 'no-engine.sock') })

describe('a lab played to its end', () => {
  afterAll(async () => {
    await patchbay('lab', 'stop', LAB)
  })

  test('start says what there is, and draws the same values for the same seed', async () => {
    const { json, code, stderr } = await patchbay('lab', 'start', LAB, '--json', '--seed', '3')
    expect(code).toBe(0)
    expect(stderr).toContain('Starting the host')
    expect(json).toMatchObject({ lab: LAB, seed: 3, hosts: [{ name: 'host-1', running: true }] })
    expect(json.lans.lan.subnet).toMatch(/^10\.\d+\.\d+\.0\/24$/)
  })

  test('a second start is refused and says how to go on', async () => {
    const { code, stdout, stderr } = await patchbay('lab', 'start', LAB, '--json')
    expect(code).toBe(1)
    expect(stdout).toBe('')
    expect(stderr).toMatch(/is running already \(seed 3\)/)
    expect(stderr).toContain(`npx patchbay lab reset ${LAB}`)
  })

  test('check fails, and tells of each check what was expected and found', async () => {
    const { json, code } = await patchbay('lab', 'check', LAB, '--json')
    expect(code).toBe(1)
    expect(json.lab).toBe(LAB)
    const states = json.tasks.filter((task: { id: string }) => task.id !== 'address')
    expect(states.map(({ outcome }: { outcome: string }) => outcome)).toEqual(Array(5).fill('fail'))
    for (const { checks } of states) {
      for (const check of checks) {
        expect(check).toMatchObject({
          check: expect.any(String),
          outcome: expect.any(String),
          expected: expect.stringMatching(/./),
          observed: expect.stringMatching(/./),
        })
      }
    }
  })

  test('check without --json is for people', async () => {
    const { code, stdout } = await patchbay('lab', 'check', LAB)
    expect(code).toBe(1)
    expect(stdout).toContain('✗ Let api find redis by its name  (name)')
    expect(stdout).toMatch(/expected: in api, DNS answers redis with the address of redis/)
    expect(stdout).toMatch(/see: +docker exec api nslookup/)
  })

  test('a wrong answer fails, an answer to a task that takes none is refused', async () => {
    const wrong = await patchbay('lab', 'answer', LAB, 'address', '10.0.0.1', '--json')
    expect(wrong.code).toBe(1)
    expect(wrong.json).toMatchObject({ task: 'address', outcome: expect.stringMatching(/fail|unobservable/) })
    const refused = await patchbay('lab', 'answer', LAB, 'network', 'x', '--json')
    expect(refused.code).toBe(1)
    expect(refused.stdout).toBe('')
    expect(refused.stderr).toContain('takes no answer')
  })

  test('a command of a shell reaches the host', async () => {
    const child = spawn(process.execPath, [program, 'lab', 'shell', LAB], {
      env,
      stdio: ['pipe', 'pipe', 'inherit'],
    })
    child.stdin.end('hostname; exit 0\n')
    const code = new Promise((resolve) => child.once('exit', resolve))
    expect(await text(child.stdout)).toContain('host-1')
    expect(await code).toBe(0)
  })

  test('solve and check: every task passes', async () => {
    const solved = await patchbay('lab', 'solve', LAB, '--json')
    expect(solved.code).toBe(0)
    expect(solved.json).toMatchObject({ lab: LAB, outcome: 'done' })
    const checked = await patchbay('lab', 'check', LAB, '--json')
    expect(checked.json.tasks.map(({ outcome }: { outcome: string }) => outcome)).toEqual(Array(6).fill('pass'))
    expect(checked.code).toBe(0)
  })

  test('snapshot shows what the grader sees, of all hosts or one', async () => {
    const all = await patchbay('snapshot', LAB, '--json')
    expect(all.code).toBe(0)
    const one = await patchbay('snapshot', LAB, '--host', 'host-1')
    expect(Object.keys(all.json.hosts)).toEqual(['host-1'])
    expect(one.json.engine).toMatchObject({ reachable: true })
    const names = one.json.containers.map(({ name }: { name: string }) => name).sort()
    expect(names).toEqual(['api', 'metrics', 'redis'])
    expect(one.json.lanMtu).toEqual({ lan: 1400 })
    expect(Object.keys(all.json.answers)).toContain('dns host-1 api redis')
    const none = await patchbay('snapshot', LAB, '--host', 'host-9')
    expect(none).toMatchObject({ code: 1, stdout: '' })
    expect(none.stderr).toContain('no host host-9')
  })

  test('reset brings the start back under the same seed, answers forgotten', async () => {
    const { json, code } = await patchbay('lab', 'reset', LAB, '--json')
    expect(code).toBe(0)
    expect(json).toMatchObject({ lab: LAB, seed: 3 })
    const checked = await patchbay('lab', 'check', LAB, '--json')
    expect(checked.code).toBe(1)
    const outcomes = checked.json.tasks.map(({ outcome }: { outcome: string }) => outcome)
    expect(outcomes).toEqual([...Array(5).fill('fail'), 'pending'])
  })

  test('reset to a later task has the earlier ones done, and refuses a task that the lab has not', async () => {
    const { json } = await patchbay('lab', 'reset', LAB, '--task', '2', '--json')
    expect(json.replayed).toEqual(['network'])
    const checked = await patchbay('lab', 'check', LAB, '--json')
    const outcomes = checked.json.tasks.map(({ outcome }: { outcome: string }) => outcome)
    expect(outcomes.slice(0, 2)).toEqual(['pass', 'fail'])
    const none = await patchbay('lab', 'reset', LAB, '--task', 'nope')
    expect(none).toMatchObject({ code: 1, stderr: expect.stringContaining('no task nope') })
  })

  test('stop removes everything, and a second stop says that there is nothing', async () => {
    const { json, code } = await patchbay('lab', 'stop', LAB, '--json')
    expect(code).toBe(0)
    const [id] = json.stopped
    expect(json).toEqual({ lab: LAB, stopped: [expect.any(String)] })
    expect(await docker('ps', '--all', '--quiet', '--filter', `label=patchbay.id=${id}`)).toBe('')
    expect(await docker('network', 'ls', '--quiet', '--filter', `label=patchbay.id=${id}`)).toBe('')
    const again = await patchbay('lab', 'stop', LAB, '--json')
    expect(again).toMatchObject({ code: 1, stdout: '' })
    expect(again.stderr).toContain('is not running here')
    const checked = await patchbay('lab', 'check', LAB)
    expect(checked.code).toBe(1)
    expect(checked.stderr).toContain(`npx patchbay lab start ${LAB}`)
  })
})

test('lab test takes scripts of somebody else and reports one flat array', async () => {
  const net = `docker network create --opt com.docker.network.driver.mtu=1400 "$NET"`
  const scripts = {
    'alternatives/by-hand.sh': `#!/bin/bash
set -euo pipefail
${net}
docker rm -f api redis
docker run -d --name redis --network "$NET" redis
docker run -d --name api --network "$NET" -e REDIS_URL=redis://redis:6379 -p "$PORT:8080" api
for _ in $(seq 100); do curl -sf "http://127.0.0.1:$PORT/health" && break; sleep 0.1; done
answer address "$(docker exec api getent hosts redis | cut -d' ' -f1)"
`,
    'wrong/other-name.sh': `#!/bin/bash
#@ fails network network
set -euo pipefail
docker network create --opt com.docker.network.driver.mtu=1400 "$NET-2"
`,
  }
  const extra = join(folder, 'extra')
  for (const [name, script] of Object.entries(scripts)) {
    await mkdir(join(extra, LAB, name, '..'), { recursive: true })
    await writeFile(join(extra, LAB, name), script)
  }
  const { json, code, stderr } = await patchbay('lab', 'test', LAB, '--json', '--scripts', extra)
  expect(json.filter(({ ok }: { ok: boolean }) => !ok)).toEqual([])
  expect(code).toBe(0)
  const lab = await labNamed(LAB)
  const own = [
    'untouched',
    'solution.sh',
    'reset',
    ...lab.alternatives.map(({ name }) => name),
    ...lab.wrong.map(({ name }) => name),
  ]
  const found = json.map(({ script }: { script: string }) => script)
  expect(found.sort()).toEqual([...own, ...Object.keys(scripts)].sort())
  for (const report of json) {
    const expected = /^(untouched|reset|wrong)/.test(report.script) ? 'fail' : 'pass'
    expect(report).toMatchObject({ lab: LAB, engine: '26', expect: expected, ok: true, ms: expect.any(Number) })
    expect(report.tasks.map(({ id }: { id: string }) => id)).toEqual([
      'network',
      'same-network',
      'mtu',
      'name',
      'service',
      'address',
    ])
    for (const { checks } of report.tasks) {
      for (const check of checks) expect(Object.keys(check)).toEqual(['check', 'outcome', 'expected', 'observed'])
    }
  }
  expect(stderr).toContain('alternatives/by-hand.sh')
})

test('lab test refuses a folder that is not there, a script with mistakes and an engine that is not there', async () => {
  const nowhere = await patchbay('lab', 'test', LAB, '--json', '--scripts', join(folder, 'nowhere'))
  expect(nowhere).toMatchObject({ code: 1, stdout: '' })
  expect(nowhere.stderr).toContain('nowhere')
  const bad = join(folder, 'bad')
  await mkdir(join(bad, LAB, 'wrong'), { recursive: true })
  await writeFile(join(bad, LAB, 'wrong', 'typo.sh'), '#@ fails name resolve\ntrue\n')
  const mistaken = await patchbay('lab', 'test', LAB, '--json', '--scripts', bad)
  expect(mistaken).toMatchObject({ code: 1, stdout: '' })
  expect(mistaken.stderr).toMatch(/typo\.sh:1.*Did you mean resolves\?/s)
  const engine = await patchbay('lab', 'test', LAB, '--json', '--engine', '20')
  expect(engine).toMatchObject({ code: 1, stdout: '' })
  expect(engine.stderr).toContain('generation 20')
  expect(engine.stderr).toContain('npm run images -- --engine 20')
  const noSuch = await patchbay('lab', 'test', LAB, '--json', '--engine', '21')
  expect(noSuch).toMatchObject({ code: 1, stdout: '' })
  expect(noSuch.stderr).toContain('21')
})

test('an unknown lab is refused by every command, with what to do on stderr', async () => {
  for (const command of [['lab', 'start'], ['lab', 'check'], ['lab', 'test'], ['lab', 'validate'], ['snapshot']]) {
    const { code, stdout, stderr } = await patchbay(...command, 'no-such-lab', '--json')
    expect([command, code, stdout]).toEqual([command, 1, ''])
    expect(stderr).toContain('There is no lab no-such-lab')
    expect(stderr).toContain('npx patchbay lab list')
  }
})

test('an unknown command, an unknown option and a bad seed exit 1 and say so', async () => {
  for (const args of [
    ['lab', 'strat'],
    ['lab', 'list', '--jsn'],
    ['lab', 'start', LAB, '--seed', 'x'],
    ['lab', 'check'],
  ]) {
    const { code, stdout, stderr } = await patchbay(...args)
    expect([args, code, stdout]).toEqual([args, 1, ''])
    expect(stderr).toMatch(/error: /)
  }
})

test('an engine that does not answer is named, with what to do', async () => {
  const { code, stdout, stderr } = await withoutEngine('lab', 'start', LAB, '--json')
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
  expect(stderr).toContain('The lab engine does not answer')
  expect(stderr).toContain('npx patchbay doctor')
})

test('lab list and lab validate need no engine', async () => {
  const list = await withoutEngine('lab', 'list', '--json')
  expect(list.code).toBe(0)
  expect(list.json).toContainEqual(expect.objectContaining({ id: LAB, title: 'Names that resolve', lesson: 'dns' }))
  expect(await withoutEngine('lab', 'validate', '--json')).toMatchObject({ code: 0, json: { mistakes: [] } })
})

test('doctor tells what there is, with a remedy for all that is not well', async () => {
  const { json, code } = await patchbay('doctor', '--json')
  expect(code).toBe(json.canRun ? 0 : 1)
  expect(json.orphans).toEqual(expect.any(Array))
  const names = json.findings.map(({ name }: { name: string }) => name)
  expect(names).toEqual(
    expect.arrayContaining(['Node', 'Docker engine', 'Images', 'Lab engine', 'Memory', 'Disk', 'Labs']),
  )
  for (const { state, found, remedy } of json.findings) {
    expect(found).not.toBe('')
    if (state !== 'ok') expect(remedy).not.toBe('')
  }
  expect(json.canRun).toBe(json.findings.every(({ state }: { state: string }) => state !== 'bad'))
})

test('doctor says no, and why, where the data folder cannot be', async () => {
  const file = join(folder, 'a-file')
  await writeFile(file, '')
  const { code, json } = await run(program, ['doctor', '--json'], { PATCHBAY_DATA: join(file, 'data') })
  expect({ code, canRun: json.canRun }).toEqual({ code: 1, canRun: false })
  const bad = json.findings.filter(({ state }: { state: string }) => state === 'bad')
  expect(bad).toEqual([expect.objectContaining({ name: 'Data folder', found: expect.stringContaining(file) })])
  expect(bad[0].remedy).toContain('PATCHBAY_DATA')
})

describe('a checkout with a broken lab', () => {
  let copy = ''
  const broken = (...args: string[]) => run(join(copy, 'server/cli/main.ts'), args)

  beforeAll(async () => {
    copy = join(folder, 'checkout')
    for (const part of ['server', 'setup', 'labs', 'package.json'])
      await cp(join(root, part), join(copy, part), { recursive: true })
    await symlink(join(root, 'node_modules'), join(copy, 'node_modules'))
    const good = join(copy, 'labs', LAB)
    const bad = join(copy, 'labs', 'broken-one')
    await cp(good, bad, { recursive: true })
    await writeFile(
      join(bad, 'lab.yaml'),
      'title: Broken\nlesson: dns\ntopic: names\nkind: incident\nlevel: 9\nminutes: 5\nlans: { lan: { mtu: 1400 } }\nhosts: { host-1: { lans: [lam] } }\nimages: [redis]\ntasks:\n  - id: one\n    title: One\n    checks:\n      - netwrok: { name: a }\n',
    )
  })

  test('validate reports every mistake at once: file, line, found, expected', async () => {
    const { code, json } = await broken('lab', 'validate', '--json')
    expect(code).toBe(1)
    const lines = json.mistakes.map(({ line }: { line: number }) => line)
    expect(lines).toEqual(expect.arrayContaining([3, 5, 14]))
    for (const mistake of json.mistakes) {
      expect(mistake).toMatchObject({
        file: expect.stringContaining('broken-one'),
        found: expect.any(String),
        expected: expect.any(String),
      })
    }
    const people = await broken('lab', 'validate')
    expect(people.code).toBe(1)
    expect(people.stdout).toMatch(/broken-one\/lab\.yaml:5/)
    expect(people.stdout).toContain('Did you mean network?')
  })

  test('the good lab goes on, the broken one is refused with its mistakes', async () => {
    expect(await broken('lab', 'validate', LAB, '--json')).toMatchObject({ code: 0, json: { mistakes: [] } })
    const start = await broken('lab', 'start', 'broken-one', '--json')
    expect(start).toMatchObject({ code: 1, stdout: '' })
    expect(start.stderr).toMatch(/broken-one\/lab\.yaml:5/)
    const list = await broken('lab', 'list', '--json')
    expect(list.code).toBe(1)
    const ids = list.json.map(({ id }: { id: string }) => id)
    expect(ids).toContain(LAB)
    expect(ids).not.toContain('broken-one')
  })
})
