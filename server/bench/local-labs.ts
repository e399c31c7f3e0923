// A process of its own: the whole site, API and terminals, with labs whose hosts are shells of this machine. For tests and
// benchmarks of what lies between browser and shell, where real hosts would be too many or too slow. It listens on this
// machine only. `--shell` (a Command as JSON) is what every host runs instead; `--guests` so many are there with a lab each
// and printed as `guest <cookie> <attempt>`. A line of JSON on stdin changes what all its labs show, e.g. `{"tasks": …}`.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import { pino } from 'pino'
import { root } from '../../setup/paths.mjs'
import { buildApi } from '../api/index.ts'
import type { Attempts } from '../attempt/attempts.ts'
import { createAccounts } from '../auth/index.ts'
import { loadCatalog, toLabView } from '../catalog/index.ts'
import { openDatabase } from '../db/index.ts'
import { Problem } from '../errors/index.ts'
import { loadInterview } from '../interview/index.ts'
import { createPractice } from '../practice/index.ts'
import { createProgress, createRuns } from '../progress/index.ts'
import type { AttemptView } from '../protocol/index.ts'
import { connectKeeper, createGateway } from '../terminal/index.ts'

const HOSTS = ['host-1', 'host-2']
const HOUR_MS = 3_600_000

const text = { type: 'string' } as const
const { values } = parseArgs({
  options: { data: text, port: { ...text, default: '0' }, shell: text, guests: { ...text, default: '0' } },
})
if (!values.data) throw new Error('Expected: local-labs.ts --data <folder>')
const data = values.data

/** Ready at once, never judged; who owns which is in a file, so that a restarted server finds them. */
class LocalAttempts implements Attempts {
  readonly #file = join(data, 'attempts.json')
  readonly #owners: Record<string, { owner: string; lab: string }> = existsSync(this.#file)
    ? JSON.parse(readFileSync(this.#file, 'utf8'))
    : {}
  readonly #watchers = new Map<string, Set<(view: AttemptView) => void>>()
  #shown: Partial<AttemptView> = {}

  async start(lab: string, owner: string): Promise<AttemptView> {
    const present = this.running(lab, owner)
    if (present) return present
    const id = `local-${Object.keys(this.#owners).length + 1}`
    this.#owners[id] = { owner, lab }
    this.#save()
    return this.view(id, owner)
  }

  running(lab: string, owner: string): AttemptView | undefined {
    const [id] = Object.entries(this.#owners).find(([, one]) => one.owner === owner && one.lab === lab) ?? []
    return id === undefined ? undefined : this.view(id, owner)
  }

  view(id: string, owner: string, change: Partial<AttemptView> = {}): AttemptView {
    const found = this.#owners[id]
    if (found?.owner !== owner) throw new Problem('attempt-unknown', `There is no lab ${id} of yours.`)
    return {
      id,
      revision: Date.now(),
      lab: found.lab,
      title: found.lab,
      state: 'ready',
      detail: '',
      seed: 0,
      vars: {},
      hosts: HOSTS,
      tasks: [],
      completed: false,
      startedAt: new Date().toISOString(),
      expiresAt: new Date(Date.now() + HOUR_MS).toISOString(),
      extension: 0,
      limits: [],
      ...this.#shown,
      ...change,
    }
  }

  watch(id: string, owner: string, listener: (view: AttemptView) => void): () => void {
    this.view(id, owner)
    const watchers = this.#watchers.get(id) ?? new Set()
    this.#watchers.set(id, watchers.add(listener))
    return () => watchers.delete(listener)
  }

  /** What all labs show from now on. */
  tell(shown: Partial<AttemptView>): void {
    this.#shown = shown
    for (const [id, { owner }] of Object.entries(this.#owners)) {
      for (const listener of this.#watchers.get(id) ?? []) listener(this.view(id, owner))
    }
  }

  async answer(id: string, owner: string): Promise<AttemptView> {
    return this.view(id, owner)
  }

  async reset(id: string, owner: string): Promise<AttemptView> {
    return this.view(id, owner)
  }

  async showSolution(id: string, owner: string): Promise<AttemptView> {
    return this.view(id, owner)
  }

  async verify(id: string, owner: string): Promise<AttemptView> {
    return this.view(id, owner)
  }

  async extend(id: string, owner: string): Promise<AttemptView> {
    return this.view(id, owner)
  }

  async stop(id: string, owner: string): Promise<void> {
    const ended = this.view(id, owner, { state: 'ended', detail: 'You ended this lab. What you passed is kept.' })
    delete this.#owners[id]
    this.#save()
    for (const tell of this.#watchers.get(id) ?? []) tell(ended)
    await keeper.closeShells(id)
  }

  shell(id: string, owner: string, host: string) {
    this.view(id, owner)
    if (!HOSTS.includes(host)) throw new Problem('host-unknown', `The lab has no host ${host}.`)
    if (values.shell) return JSON.parse(values.shell)
    const env = [`HOME=${data}`, `HISTFILE=`, `PS1=root@${host}:~# `, 'LANG=C.UTF-8']
    return { file: 'env', args: ['--chdir', data, ...env, 'bash', '--norc', '--noprofile'] }
  }

  touch(): void {}
  handOver(): void {}

  #save(): void {
    writeFileSync(this.#file, JSON.stringify(this.#owners))
  }
}

mkdirSync(data, { recursive: true })
const log = pino({ level: 'warn' }, pino.destination(2))
const database = await openDatabase(join(data, 'patchbay.db'))
const accounts = createAccounts(database, false)
const keeper = await connectKeeper(join(data, 'run'))
const attempts = new LocalAttempts()
createInterface({ input: process.stdin }).on('line', (line) => attempts.tell(JSON.parse(line)))
const terminals = createGateway({ keeper, accounts, attempts, log })
const { labs } = await loadCatalog(join(root, 'labs'))
const progress = createProgress(database)
const runs = createRuns(database)
const ids = labs.map(({ id }) => id)
const practice = createPractice(database, (await loadInterview(join(root, 'content'), ids)).questions)
const parts = {
  attempts,
  labs: () => labs.map((lab) => toLabView(lab)),
  accounts,
  progress,
  runs,
  practice,
  terminals,
  log,
}
const app = await buildApi({ ...parts, siteDir: join(root, 'dist'), origins: [] })
for (let n = 0; n < Number(values.guests); n++) {
  const { account, cookie } = await accounts.startGuest()
  const { id } = await attempts.start('any', account.id)
  process.stdout.write(`guest ${cookie.split(';')[0]} ${id}\n`)
}
await app.listen({ port: Number(values.port), host: '127.0.0.1' })
process.stdout.write(`\nPatchbay is ready: http://127.0.0.1:${(app.server.address() as AddressInfo).port}\n`)
