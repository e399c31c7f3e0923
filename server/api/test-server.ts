import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { pino } from 'pino'
import type { Attempts } from '../attempt/attempts.ts'
import { createAccounts } from '../auth/index.ts'
import { openDatabase } from '../db/index.ts'
import { Problem } from '../errors/index.ts'
import { createPractice } from '../practice/index.ts'
import { createProgress, createRuns, type Runs } from '../progress/index.ts'
import type { AttemptView, LabView } from '../protocol/index.ts'
import { type ApiParts, buildApi } from './index.ts'

export const ORIGIN = 'https://patchbay.example.org'

const lab: LabView = {
  id: 'names-that-resolve',
  title: 'Names that resolve',
  lesson: 'dns',
  topic: 'dns',
  kind: 'exercise',
  level: 2,
  minutes: 10,
  requires: [],
  hosts: ['host-1'],
  vars: {},
  tasks: [{ id: 'veth', title: 'Which interface?', kind: 'answer' }],
}

const question = {
  id: 'embedded-dns',
  points: [{ id: 'dockerd', say: 'dockerd answers.', why: '', unit: 'dns.how', terms: [['dockerd']] }],
}

/** Attempts without machines: the state is what a test makes it. */
class FakeAttempts implements Attempts {
  readonly all = new Map<string, { owner: string; view: AttemptView; watchers: Set<(view: AttemptView) => void> }>()

  async start(lab: string, owner: string): Promise<AttemptView> {
    const id = `a${this.all.size + 1}`
    const [startedAt, expiresAt] = ['2026-01-01T00:00:00.000Z', '2026-01-01T01:00:00.000Z']
    const names = { id, lab, title: '', detail: '', vars: {}, hosts: ['host-1'] }
    const view: AttemptView = {
      ...names,
      revision: 1,
      state: 'ready',
      seed: 1,
      tasks: [],
      completed: false,
      startedAt,
      expiresAt,
      extension: 30,
      limits: [],
    }
    this.all.set(id, { owner, view, watchers: new Set() })
    return view
  }

  running(lab: string, owner: string): AttemptView | undefined {
    return [...this.all.values()].find((attempt) => attempt.owner === owner && attempt.view.lab === lab)?.view
  }

  view(id: string, owner: string): AttemptView {
    return this.#find(id, owner).view
  }

  watch(id: string, owner: string, listener: (view: AttemptView) => void): () => void {
    const { watchers } = this.#find(id, owner)
    watchers.add(listener)
    return () => watchers.delete(listener)
  }

  async answer(id: string, owner: string, task: string, text: string): Promise<AttemptView> {
    return this.change(id, owner, { detail: `${task}=${text}` })
  }

  async showSolution(id: string, owner: string, task: string): Promise<AttemptView> {
    return this.change(id, owner, { detail: `solution of ${task}` })
  }

  async verify(id: string, owner: string, task: string): Promise<AttemptView> {
    return this.change(id, owner, { detail: `verified ${task}` })
  }

  async reset(id: string, owner: string, task = ''): Promise<AttemptView> {
    return this.change(id, owner, { state: 'resetting', detail: task })
  }

  async extend(id: string, owner: string): Promise<AttemptView> {
    return this.change(id, owner, { extension: 0 })
  }

  async stop(id: string, owner: string): Promise<void> {
    this.change(id, owner, { state: 'ended' })
    this.all.delete(id)
  }

  shell(): { file: string; args: string[] } {
    return { file: 'bash', args: [] }
  }

  touch(): void {}

  handOver(from: string, to: string): void {
    for (const attempt of this.all.values()) if (attempt.owner === from) attempt.owner = to
  }

  change(id: string, owner: string, change: Partial<AttemptView>): AttemptView {
    const attempt = this.#find(id, owner)
    attempt.view = { ...attempt.view, ...change }
    for (const tell of attempt.watchers) tell(attempt.view)
    return attempt.view
  }

  #find(id: string, owner: string) {
    const attempt = this.all.get(id)
    if (attempt?.owner !== owner) throw new Problem('attempt-unknown', `There is no running lab ${id}.`)
    return attempt
  }
}

/** A browser that keeps its cookie, on a server without labs' machines. */
export class TestServer {
  readonly attempts = new FakeAttempts()
  readonly logged: string[] = []
  readonly parts: ApiParts & { runs: Runs }
  app!: FastifyInstance
  url!: string
  /** What the browser sends; empty without a session. */
  cookie = ''
  readonly #folder: string
  readonly #close: () => Promise<void>

  private constructor(
    folder: string,
    parts: Omit<ApiParts, 'attempts' | 'log'> & { runs: Runs },
    close: () => Promise<void>,
  ) {
    this.#folder = folder
    this.#close = close
    const log = pino({ base: null }, { write: (line: string) => void this.logged.push(line) })
    this.parts = { ...parts, attempts: this.attempts, log }
  }

  static async start(site: Record<string, string> = {}): Promise<TestServer> {
    const folder = mkdtempSync(join(tmpdir(), 'patchbay-api-'))
    const siteDir = join(folder, 'dist')
    mkdirSync(join(siteDir, '_astro'), { recursive: true })
    for (const [name, text] of Object.entries(site)) writeFileSync(join(siteDir, name), text)
    const database = await openDatabase(join(folder, 'patchbay.db'))
    const [accounts, progress, runs] = [createAccounts(database, false), createProgress(database), createRuns(database)]
    const practice = createPractice(database, [question])
    const terminals = {
      ticket: () => ({ ticket: 't' }),
      list: async () => [],
      end: async () => {},
      upgrade: (_: unknown, socket: { end(text: string): void }) => socket.end('taken'),
      close: () => {},
    }
    const parts = { labs: () => [lab], accounts, progress, runs, practice, terminals, siteDir, origins: [ORIGIN] }
    const server = new TestServer(folder, parts, database.close)
    server.app = await buildApi(server.parts)
    await server.app.listen({ port: 0, host: '127.0.0.1' })
    server.url = `http://127.0.0.1:${(server.app.server.address() as AddressInfo).port}`
    return server
  }

  async stop(): Promise<void> {
    await this.app.close()
    await this.#close()
    rmSync(this.#folder, { recursive: true })
  }

  /** As a page of this site does it. */
  async send(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
    const response = await fetch(this.url + path, {
      method,
      headers: {
        origin: ORIGIN,
        ...(this.cookie && { cookie: this.cookie }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    })
    const set = response.headers.get('set-cookie')?.split(';')[0]
    if (set !== undefined) this.cookie = set.endsWith('=') ? '' : set
    const text = await response.text()
    const isJson = response.headers.get('content-type')?.includes('json')
    return { status: response.status, headers: response.headers, text, body: isJson ? JSON.parse(text) : undefined }
  }
}
