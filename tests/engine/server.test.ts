import { randomBytes } from 'node:crypto'
import type { Socket } from 'node:net'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, afterEach, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import type { AttemptView } from '../../server/protocol/index.ts'
import { newFolder, type RunningServer, refusedServer, startServer } from '../server.ts'
import { EngineLine } from './engine-line.ts'
import { docker } from './lab.ts'
import { LAB, Visitor } from './visitor.ts'

// One server at a time on the engine: a server removes attempts that are not in its own database.
const { settings, remove } = newFolder()
const origin = () => server.origin
const portOf = ({ origin }: RunningServer) => new URL(origin).port
let server: RunningServer
let learner: Visitor

const line = new EngineLine()

beforeAll(async () => {
  await line.mend()
  server = await startServer({ ...settings, PATCHBAY_ENGINE: line.path, PATCHBAY_LABS: '1' })
})
afterAll(async () => {
  await server?.stop()
  await line.cut()
  remove()
})

/** Stops the lab of the one before, which a test that failed leaves in the only place. */
async function newLearner(): Promise<void> {
  if (learner) await stopLab()
  learner = new Visitor(origin)
}

async function stopLab(visitor = learner): Promise<void> {
  const { body } = await visitor.send('GET', `/api/labs/${LAB}/attempt`)
  if (body.attempt) await visitor.send('DELETE', `/api/attempts/${body.attempt.id}`)
}

/** As after a crash: the same data and the same port. */
async function killAndRestart(): Promise<void> {
  const PORT = portOf(server)
  await server.stop('SIGKILL')
  server = await startServer({ ...settings, PATCHBAY_ENGINE: line.path, PATCHBAY_LABS: '1', PORT })
}

const savedOf =
  (...ids: string[]) =>
  ({ tasks }: AttemptView) =>
    ids.every((id) => tasks.some((task) => task.id === id && task.passedAt))
const outcomeOf = ({ tasks }: AttemptView, id: string) => tasks.find((task) => task.id === id)?.outcome
const left = (id: string) => docker('ps', '--all', '--quiet', '--filter', `label=patchbay.id=${id}`)

describe('a server that is killed', () => {
  afterEach(() => stopLab())

  test('in the middle of a lab comes back with the same lab, shell, screen and progress', async () => {
    await newLearner()
    const { id, vars } = await learner.startLab()
    const before = await learner.terminal(id)
    before.type('MARK=kept-$((40+2)); echo marked-$((1+1))\r')
    await before.sees('marked-2')
    before.type(
      `docker network create --opt com.docker.network.driver.mtu=1400 ${vars.net} && docker network connect ${vars.net} redis\r`,
    )
    await learner.sees(id, savedOf('network', 'mtu'))
    before.type(
      `echo address=$(docker inspect -f '{{(index .NetworkSettings.Networks "${vars.net}").IPAddress}}' redis).\r`,
    )
    await before.sees(/address=\d+\.\d+\.\d+\.\d+\./, 10_000)
    const text = /address=(\d+\.\d+\.\d+\.\d+)\./.exec(before.text)![1]
    const answered = await learner.send('POST', `/api/attempts/${id}/answers`, { task: 'address', text })
    expect(outcomeOf(answered.body, 'address')).toBe('pass')
    const passed = (await learner.send('GET', '/api/progress')).body

    await killAndRestart()

    const { body } = await learner.send('GET', `/api/labs/${LAB}/attempt`)
    expect(body.attempt).toMatchObject({ id, state: 'ready', vars })
    const view = await learner.seesTask(id, 'mtu', 'pass')
    expect(outcomeOf(view, 'address')).toBe('pass')
    expect((await learner.send('GET', '/api/progress')).body).toEqual(passed)
    const after = (await learner.connect(id)).attach()
    await after.sees('marked-2')
    expect(after.shell).toBe(before.shell)
    after.type('echo $MARK-still\r')
    await after.sees('kept-42-still')
  })

  test('while a lab was starting removes what is half made, and the lab starts anew', async () => {
    await newLearner()
    const { body } = await learner.send('POST', `/api/labs/${LAB}/attempt`)
    await expect.poll(() => left(body.id), { timeout: 20_000 }).not.toBe('')
    await killAndRestart()
    await expect.poll(() => left(body.id), { timeout: 20_000 }).toBe('')
    expect((await learner.send('GET', `/api/attempts/${body.id}`)).body).toMatchObject({
      state: 'ended',
      detail: expect.stringContaining('was being brought up'),
    })
    expect((await learner.send('GET', `/api/labs/${LAB}/attempt`)).body).toEqual({ attempt: null })
    const { id } = await learner.startLab()
    expect(id).not.toBe(body.id)
  })
})

describe('a lab host or an engine that goes away', () => {
  afterEach(() => stopLab())

  test('a host that was removed ends its lab with the reason, and the next start works', async () => {
    await newLearner()
    const { id, vars } = await learner.startLab()
    const terminal = await learner.terminal(id)
    terminal.type(`docker network create ${vars.net}\r`)
    await learner.seesTask(id, 'network', 'pass')
    await docker('rm', '--force', await left(id))
    const ended = await learner.sees(id, ({ state }) => state === 'ended', 20_000)
    expect(ended.detail).toMatch(/host is gone.*What you passed is kept/)
    await expect
      .poll(() => docker('network', 'ls', '--quiet', '--filter', `label=patchbay.id=${id}`), { timeout: 15_000 })
      .toBe('')
    const { body } = await learner.send('GET', '/api/progress')
    expect(body.labs[0].tasks.map(({ task }: { task: string }) => task)).toEqual(['network'])
    const again = await learner.startLab()
    expect(again.id).not.toBe(id)
    expect(again.tasks.find((task) => task.id === 'network')?.passedAt).toBeDefined()
  })

  test('an engine that dies and comes back without the host: lessons stay, the lab ends, the next start works', async () => {
    await newLearner()
    const { id } = await learner.startLab()
    const terminal = await learner.terminal(id)
    await line.cut()
    const container = await left(id)
    await docker('rm', '--force', container)
    await terminal.sees('exit', 15_000)
    const away = await learner.sees(
      id,
      ({ tasks }) => tasks.every(({ kind, outcome }) => kind === 'answer' || outcome === 'unobservable'),
      15_000,
    )
    expect(away.tasks[0]?.checks[0]?.observed).toContain('does not answer')
    expect((await learner.send('GET', '/lessons/dns/')).status).toBe(200)
    expect((await learner.send('GET', '/api/health')).status).toBe(200)
    await line.mend()
    const ended = await learner.sees(id, ({ state }) => state === 'ended', 20_000)
    expect(ended.detail).toContain('What you passed is kept')
    await learner.startLab()
  })

  test('an engine that is away for a while keeps the lab, and refuses others with the remedy meanwhile', async () => {
    await newLearner()
    await line.cut()
    const refused = await learner.send('POST', `/api/labs/${LAB}/attempt`)
    expect([refused.status, refused.body.error.code]).toEqual([503, 'engine-unreachable'])
    expect(refused.body.error.remedy).toContain('npx patchbay doctor')
    await line.mend()
    const { id } = await learner.startLab()
    await learner.seesTask(id, 'network', 'fail')
    await line.cut()
    await learner.seesTask(id, 'network', 'unobservable')
    await line.mend()
    const back = await learner.seesTask(id, 'network', 'fail')
    expect(back.state).toBe('ready')
    const terminal = await learner.terminal(id)
    terminal.type('echo here-$((1+1))\r')
    await terminal.sees('here-2')
  })

  test('a lab that is stopped while the engine is away is removed once it is back', async () => {
    await newLearner()
    const { id } = await learner.startLab()
    await line.cut()
    expect((await learner.send('DELETE', `/api/attempts/${id}`)).status).toBe(204)
    expect(await left(id)).not.toBe('')
    await line.mend()
    await expect.poll(() => left(id), { timeout: 20_000 }).toBe('')
  })
})

describe('a lab', () => {
  let id: string
  beforeAll(async () => {
    await newLearner()
    id = (await learner.startLab()).id
  })
  afterAll(() => stopLab())

  test('is for its learner alone', async () => {
    const stranger = new Visitor(origin)
    await stranger.send('POST', '/api/sign-up', {
      name: `b-${randomBytes(4).toString('hex')}`,
      password: 'a long enough one',
    })
    const attempts = `/api/attempts/${id}`
    const answer = { task: 'address', text: '10.0.0.1' }
    const tries = [
      ['GET', attempts],
      ['GET', `${attempts}/events`],
      ['POST', `${attempts}/reset`],
      ['POST', `${attempts}/answers`, answer],
      ['DELETE', attempts],
    ] as const
    for (const [method, path, body] of tries) {
      const answered = await stranger.send(method, path, body)
      expect([method, path, answered.status, answered.body.error?.code]).toEqual([method, path, 404, 'attempt-unknown'])
    }
    const terminal = await stranger.connect(id)
    terminal.attach()
    expect(await terminal.closed()).toBe(4404)
    expect(terminal.controls).toEqual([expect.objectContaining({ type: 'error', code: 'attempt-unknown' })])
    expect(terminal.text).toBe('')
    expect((await stranger.send('GET', `/api/labs/${LAB}/attempt`)).body).toEqual({ attempt: null })
    expect((await learner.send('GET', attempts)).body.state).toBe('ready')
  })

  test('asks whoever comes without a session to sign in', async () => {
    const nobody = new Visitor(origin)
    for (const [method, path] of [
      ['GET', ''],
      ['POST', '/reset'],
      ['DELETE', ''],
    ]) {
      const { status, body } = await nobody.send(method!, `/api/attempts/${id}${path}`)
      expect([status, body.error.code]).toEqual([401, 'not-signed-in'])
      expect(body.error.remedy).not.toBe('')
    }
    const terminal = await nobody.connect(id)
    expect(await terminal.closed()).toBe(4401)
  })

  test('takes nothing from pages of other sites', async () => {
    const elsewhere = { origin: 'https://elsewhere.example.org' }
    const { status, body } = await learner.send('POST', `/api/attempts/${id}/reset`, undefined, elsewhere)
    expect([status, body.error.code]).toEqual([403, 'origin-refused'])
    expect(body.error.message).toContain('https://elsewhere.example.org')
    await expect(learner.connect(id, elsewhere)).rejects.toThrow('403')
    await expect(learner.connect(id, { origin: '' })).rejects.toThrow('403')
    expect((await learner.send('GET', `/api/attempts/${id}`)).body.state).toBe('ready')
  })

  test('refuses frames that are not ours in words, and the shell goes on', async () => {
    const first = await learner.terminal(id)
    first.type('STAYS=$((6*7))\r')
    const attach = JSON.stringify({ type: 'attach', from: 0, cols: 80, rows: 24 })
    const garbage: [string, (string | Buffer)[]][] = [
      ['no JSON', ['{"type":']],
      ['an unknown type', ['{"type":"shutdown"}']],
      ['a negative offset', ['{"type":"attach","from":-1,"cols":80,"rows":24}']],
      ['a size out of bounds', [attach, '{"type":"resize","cols":100000,"rows":1}']],
      ['keys before attach', [Buffer.from('reboot\r')]],
      ['too large an input', [attach, Buffer.alloc(70_000, 'x')]],
    ]
    for (const [what, frames] of garbage) {
      const browser = await learner.connect(id)
      for (const frame of frames) browser.socket.send(frame)
      expect([what, await browser.closed()]).toEqual([what, 1008])
      expect(browser.controls.at(-1)).toMatchObject({
        type: 'error',
        code: 'frame-refused',
        message: expect.stringContaining('Expected: '),
        remedy: expect.stringMatching(/./),
      })
    }
    const raw = await learner.connect(id)
    ;(raw.socket as unknown as { _socket: Socket })._socket.write(randomBytes(4000))
    expect(await raw.closed()).toBeGreaterThan(1000)
    expect((await learner.send('GET', '/api/health')).status).toBe(200)
    first.type('echo it-$STAYS\r')
    await first.sees('it-42')
  })

  test('lets a second one wait for the only place, who can leave the queue and is still in it after a restart', async () => {
    const waiting = async (visitor: Visitor) => (await visitor.send('POST', `/api/labs/${LAB}/attempt`)).body
    const [second, third] = [new Visitor(origin), new Visitor(origin)]
    onTestFinished(() => Promise.all([second, third].map((one) => stopLab(one))).then(() => {}))
    const first = await waiting(second)
    expect(first).toMatchObject({ state: 'waiting', queue: { place: 1 } })
    expect(first.queue.minutes).toBeGreaterThan(0)
    const { id: thirdId } = await waiting(third)
    await killAndRestart()
    expect((await learner.send('GET', `/api/attempts/${id}`)).body).toMatchObject({ id, state: 'ready' })
    const after = (await third.send('GET', `/api/labs/${LAB}/attempt`)).body.attempt
    expect(after).toMatchObject({ id: thirdId, state: 'waiting', queue: { place: 2 } })
    expect((await second.send('DELETE', `/api/attempts/${first.id}`)).status).toBe(204)
    await third.sees(thirdId, ({ queue }) => queue?.place === 1)
    await third.send('DELETE', `/api/attempts/${thirdId}`)
    expect(await left(first.id)).toBe('')
  })

  test('is one and the same for two clicks', async () => {
    const [first, second] = await Promise.all([1, 2].map(() => learner.send('POST', `/api/labs/${LAB}/attempt`)))
    expect([first?.body.id, second?.body.id]).toEqual([id, id])
  })
})

describe('what was done in a lab', () => {
  afterEach(() => stopLab())

  test('can be read when it is over: commands, passed tasks, and what the solution did instead', async () => {
    await newLearner()
    const { id } = await learner.startLab()
    expect((await learner.send('POST', `/api/attempts/${id}/reset`, { task: 'no-such-task' })).body.error.code).toBe(
      'task-unknown',
    )
    await learner.send('POST', `/api/attempts/${id}/reset`, { task: 'same-network' })
    const continued = await learner.sees(id, ({ state }) => state === 'ready')
    expect(continued.tasks.map(({ id, replayed = false }) => [id, replayed]).slice(0, 2)).toEqual([
      ['network', true],
      ['same-network', false],
    ])
    expect((await learner.send('GET', '/api/progress')).body.labs).toEqual([])
    const { net } = continued.vars
    const terminal = await learner.terminal(id)
    terminal.type(`docker network connect ${net} redis; docker network disconnect bridge redis\r`)
    terminal.type(`docker rm -f api; docker run -d --name api --network ${net} api\r`)
    await learner.seesTask(id, 'same-network', 'pass')
    const extended = await learner.send('POST', `/api/attempts/${id}/extend`)
    expect(Date.parse(extended.body.expiresAt) - Date.parse(continued.expiresAt)).toBe(30 * 60_000)
    await killAndRestart()
    const again = await learner.sees(id, ({ state }) => state === 'ready')
    expect(again.expiresAt).toBe(extended.body.expiresAt)
    expect(again.tasks.find((task) => task.id === 'network')?.replayed).toBe(true)
    await stopLab()
    const { runs } = (await learner.send('GET', `/api/labs/${LAB}/runs`)).body
    expect(runs[0]).toMatchObject({ id, reason: expect.stringContaining('You ended this lab') })
    expect(runs[0].commands.map(({ command }: { command: string }) => command).join()).toMatch(/connect.*docker rm/)
    const passed = runs[0].passed.map(({ task, replayed }: { task: string; replayed: boolean }) => [task, replayed])
    expect(passed).toContainEqual(['network', true])
    expect(passed).toContainEqual(['same-network', false])
    const { labs } = (await learner.send('GET', '/api/progress')).body
    expect(labs[0].tasks.map(({ task }: { task: string }) => task)).not.toContain('network')
    expect((await new Visitor(origin).send('GET', `/api/labs/${LAB}/runs`)).body).toEqual({ runs: [] })
  })
})

describe('a server that keeps labs ready', () => {
  /** Ids of the attempts at this lab that were made for nobody and have their setup done. */
  const prepared = async () => {
    const format = '{{.Names}} {{.Label "patchbay.attempt"}}'
    const lines = (await docker('ps', '--filter', 'label=patchbay.host', '--format', format)).split('\n')
    const made = lines.filter((one) => one.includes('"owner":"pool"') && !one.includes('-starting '))
    const found = made.filter((one) => one.includes(`"lab":"${LAB}"`))
    return found.map((one) => /"id":"(\w+)"/.exec(one)![1]!)
  }
  const preparedBut = async (taken: string) => (await prepared()).filter((id) => id !== taken)

  beforeAll(async () => {
    await server.stop()
    server = await startServer({ ...settings, PATCHBAY_ENGINE: line.path, PATCHBAY_LABS: '1', PATCHBAY_WARM: '1' })
    // What was asked for last is kept ready.
    await newLearner()
    await learner.startLab()
    await stopLab()
  })
  afterAll(() => stopLab())

  test('hands one over as a lab like any other, and makes the next', async () => {
    await expect.poll(prepared, { timeout: 90_000 }).toHaveLength(1)
    const ready = await prepared()
    await newLearner()
    const { id } = await learner.startLab()
    expect([id]).toEqual(ready)
    const terminal = await learner.terminal(id)
    terminal.type('echo here-$((1+1))\r')
    await terminal.sees('here-2')
    await learner.seesTask(id, 'network', 'fail')
    await expect.poll(() => preparedBut(id), { timeout: 90_000 }).toHaveLength(1)
  })

  test('and is killed leaves the one to its learner and the other to nobody: it is removed', async () => {
    const { body } = await learner.send('GET', `/api/labs/${LAB}/attempt`)
    await killAndRestart()
    await learner.sees(body.attempt.id, ({ state }) => state === 'ready')
    await expect.poll(() => preparedBut(body.attempt.id), { timeout: 20_000 }).toEqual([])
    expect(await prepared()).toEqual([body.attempt.id])
  })
})

describe('a second server', () => {
  afterEach(() => stopLab())

  test('of the same checkout says where the first one is, and harms no lab of it', async () => {
    await newLearner()
    const { body } = await learner.send('POST', `/api/labs/${LAB}/attempt`)
    await expect.poll(() => left(body.id), { timeout: 20_000 }).not.toBe('')
    const { code, stdout, stderr } = await refusedServer({ ...settings, PATCHBAY_ENGINE: line.path })
    expect({ code, stdout }).toEqual({ code: 1, stdout: '' })
    expect(stderr).toContain(`Patchbay runs already: ${server.origin}`)
    expect(stderr).not.toMatch(/\n {4}at /)
    await learner.sees(body.id, ({ state }) => state === 'ready')
  })

  test('on a port that is taken says which one, and what to do', async () => {
    const other = newFolder()
    const PORT = portOf(server)
    const { code, stderr } = await refusedServer({ ...other.settings, PATCHBAY_ENGINE: '/run/none.sock', PORT })
    other.remove()
    expect(code).toBe(1)
    expect(stderr).toContain(`Port ${PORT} is in use`)
    expect(stderr).toContain(`PORT=${Number(PORT) + 1} npm start`)
    expect(stderr).not.toMatch(/\n {4}at /)
  })
})

test('a session that is over is told so, its owner signs in again and finds the progress', async () => {
  await newLearner()
  const account = { name: `l-${randomBytes(4).toString('hex')}`, password: 'correct horse battery' }
  const { id, vars } = await learner.startLab()
  expect((await learner.send('POST', '/api/sign-up', account)).status).toBe(200)
  const terminal = await learner.terminal(id)
  terminal.type(`docker network create ${vars.net}\r`)
  await learner.seesTask(id, 'network', 'pass')

  const database = new DatabaseSync(join(settings.PATCHBAY_DATA, 'patchbay.db'), { timeout: 5000 })
  database.exec('UPDATE sessions SET expires_at = 1000')
  database.close()
  const stale = learner.cookie
  for (const [method, path] of [
    ['GET', `/api/attempts/${id}`],
    ['POST', `/api/labs/${LAB}/attempt`],
  ]) {
    learner.cookie = stale
    const { status, body } = await learner.send(method!, path!)
    expect([status, body.error.code]).toEqual([401, 'session-expired'])
    expect(body.error.remedy).toContain('Sign in again')
    expect(learner.cookie).toBe('')
  }
  expect((await learner.send('POST', '/api/sign-in', { ...account, password: 'a wrong password' })).status).toBe(401)
  expect((await learner.send('POST', '/api/sign-in', account)).status).toBe(200)
  expect((await learner.send('GET', '/api/progress')).body.labs[0].tasks).toMatchObject([{ task: 'network' }])
  expect((await learner.send('GET', `/api/attempts/${id}`)).body.state).toBe('ready')
  await stopLab()
})
