import { type Lab, labVars, tasksOf, varTexts } from '../catalog/index.ts'
import { Problem } from '../errors/index.ts'
import type { Attempt, AttemptSpec, LabHosts } from '../lab-host/index.ts'
import type { Progress } from '../progress/index.ts'
import type { AttemptState, AttemptView, CheckOutcome } from '../protocol/index.ts'
import { attemptTasks, bringUp, grade, judgeAnswer, varsOf } from './play.ts'
import { TaskBook } from './task-book.ts'

/** Between two rounds while the learner works. */
const ROUND_PAUSE_MS = 200
/** Between two rounds while nobody looks. */
const IDLE_ROUND_PAUSE_MS = 2000

export interface LiveParts {
  hosts: LabHosts
  progress: Pick<Progress, 'recordPassed' | 'recordCompleted' | 'progressOf'>
  log: { warn(details: object, message: string): void }
}

/** One attempt while it lives: its state, its rounds of checks, who watches. */
export class LiveAttempt {
  readonly lab: Lab
  owner: string
  #spec: AttemptSpec
  #parts: LiveParts
  #attempt: Attempt | undefined
  #state: AttemptState = 'starting'
  #detail = ''
  #book: TaskBook
  #completed = false
  /** Passed, but not yet in the database: task and its evidence. */
  #unrecorded = new Map<string, CheckOutcome[]>()
  #startedAt = new Date()
  #watchers = new Set<(view: AttemptView) => void>()
  #shown = ''
  #revision = 0
  #lastSeen = Date.now()
  #wake = () => {}
  #ended = false

  constructor(parts: LiveParts, lab: Lab, spec: AttemptSpec) {
    this.#parts = parts
    this.lab = lab
    this.owner = spec.owner
    this.#spec = spec
    this.#book = new TaskBook(tasksOf(lab, labVars(lab, spec.seed)), new Map())
  }

  get id(): string {
    return this.#spec.id
  }

  get state(): AttemptState {
    return this.#state
  }

  get over(): boolean {
    return this.#state === 'ended' || this.#state === 'failed'
  }

  get expiresAt(): number {
    return this.#spec.expiresAt
  }

  /** Unix time in ms at which somebody was last at the page or the terminal. */
  get lastSeen(): number {
    return this.#watchers.size > 0 ? Date.now() : this.#lastSeen
  }

  get view(): AttemptView {
    const { id, lab, seed } = this.#spec
    return {
      id,
      revision: this.#revision,
      lab,
      title: this.lab.title,
      state: this.#state,
      detail: this.#detail,
      seed,
      vars: varTexts(this.#attempt ? varsOf(this.lab, this.#attempt) : labVars(this.lab, seed)),
      hosts: Object.keys(this.lab.hosts),
      tasks: this.#book.views,
      completed: this.#completed,
      startedAt: this.#startedAt.toISOString(),
      expiresAt: new Date(this.#spec.expiresAt).toISOString(),
    }
  }

  touch(): void {
    this.#lastSeen = Date.now()
    this.#wake()
  }

  watch(listener: (view: AttemptView) => void): () => void {
    this.#watchers.add(listener)
    this.#wake()
    return () => {
      this.#watchers.delete(listener)
      this.#lastSeen = Date.now()
    }
  }

  /** Brings the hosts up, then judges until the end. Never rejects: a failure becomes the state. */
  async start(): Promise<void> {
    try {
      const attempt = await bringUp(this.#parts.hosts, this.lab, this.#spec, (step) => this.#show('starting', step))
      if (this.#ended) return void (await this.#parts.hosts.remove(this.id))
      await this.#begin(attempt, false)
    } catch (error) {
      this.#parts.log.warn({ err: error, lab: this.lab.id }, 'lab did not start')
      if (!this.over) this.#show('failed', describe(error))
    }
  }

  /** Takes over an attempt that was running before the server was. */
  async resume(attempt: Attempt, startedAt: Date): Promise<void> {
    this.#startedAt = startedAt
    await this.#begin(attempt, true)
  }

  /** Back to the state after setup, with new hosts under the same id. */
  async reset(): Promise<void> {
    if (this.#state !== 'ready') throw notReady(this.#state)
    this.#show('resetting', 'Removing the hosts')
    this.#attempt = undefined
    try {
      await this.#parts.hosts.remove(this.id)
      const attempt = await bringUp(this.#parts.hosts, this.lab, this.#spec, (step) => this.#show('resetting', step))
      await this.#begin(attempt, false)
    } catch (error) {
      this.#parts.log.warn({ err: error, lab: this.lab.id }, 'lab did not reset')
      if (!this.over) this.#show('failed', describe(error))
    }
  }

  async answer(task: string, text: string): Promise<void> {
    const attempt = this.#running()
    const tasks = attemptTasks(this.lab, attempt)
    if (!tasks.some(({ id }) => id === task)) throw new Problem('task-unknown', `This lab has no task ${task}.`)
    const check = await judgeAnswer(this.#parts.hosts, attempt, tasks, task, text)
    this.#book.takeAnswer(task, check)
    if (check.outcome === 'pass') this.#unrecorded.set(task, [check])
    this.#show()
    await this.#record()
    this.#show()
  }

  shell(host: string): { file: string; args: string[] } {
    return this.#parts.hosts.shell(this.#running(), host)
  }

  /** Ends it with the reason shown to the learner, and removes its hosts. */
  async end(reason: string): Promise<void> {
    this.#ended = true
    this.#show('ended', reason)
    this.#wake()
    await this.#parts.hosts.remove(this.id)
  }

  #running(): Attempt {
    if (this.#state !== 'ready' || !this.#attempt) throw notReady(this.#state)
    return this.#attempt
  }

  async #begin(attempt: Attempt, resumed: boolean): Promise<void> {
    this.#attempt = attempt
    const passed = await this.#passedBefore()
    this.#book = new TaskBook(attemptTasks(this.lab, attempt), passed.tasks)
    if (resumed) {
      for (const [id, at] of passed.tasks) if (new Date(at) >= this.#startedAt) this.#book.keepPassed(id)
    }
    this.#completed = passed.completedAt !== null
    this.#show('ready', '')
    void this.#rounds(attempt)
  }

  async #passedBefore(): Promise<{ tasks: Map<string, string>; completedAt: string | null }> {
    const { labs } = await this.#parts.progress.progressOf(this.owner)
    const own = labs.find(({ lab }) => lab === this.lab.id)
    return {
      tasks: new Map(own?.tasks.map(({ task, passedAt }) => [task, passedAt])),
      completedAt: own?.completedAt ?? null,
    }
  }

  async #rounds(attempt: Attempt): Promise<void> {
    const tasks = attemptTasks(this.lab, attempt)
    while (this.#attempt === attempt && this.#state === 'ready') {
      await this.#round(attempt, tasks).catch((error) => {
        this.#parts.log.warn({ err: error, lab: this.lab.id }, 'round of checks failed')
      })
      await this.#pause(Date.now() - this.lastSeen < 60_000 ? ROUND_PAUSE_MS : IDLE_ROUND_PAUSE_MS)
    }
  }

  async #round(attempt: Attempt, tasks: ReturnType<typeof attemptTasks>): Promise<void> {
    const outcomes = await grade(this.#parts.hosts, attempt, tasks)
    if (this.#attempt !== attempt || this.#state !== 'ready') return
    for (const { id, checks } of this.#book.takeRound(outcomes)) this.#unrecorded.set(id, checks)
    this.#show()
    await this.#record()
    if (this.#book.complete && !this.#completed) {
      await this.#parts.progress.recordCompleted(this.owner, this.lab.id)
      this.#completed = true
    }
    this.#show()
  }

  /** Saves what was passed. What cannot be saved now is tried again in the next round. */
  async #record(): Promise<void> {
    for (const [task, evidence] of this.#unrecorded) {
      const at = await this.#parts.progress.recordPassed(this.owner, this.lab.id, task, evidence)
      this.#unrecorded.delete(task)
      this.#book.notePassed(task, at)
    }
  }

  #pause(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms)
      this.#wake = () => {
        if (ms < IDLE_ROUND_PAUSE_MS && !this.#ended) return
        clearTimeout(timer)
        resolve()
      }
    })
  }

  /** Tells the watchers, when there is something new to tell. */
  #show(state: AttemptState = this.#state, detail = this.#detail): void {
    this.#state = state
    this.#detail = detail
    const text = JSON.stringify({ ...this.view, revision: 0 })
    if (text === this.#shown) return
    this.#shown = text
    // Higher than what an earlier run of the server gave out.
    this.#revision = Math.max(this.#revision + 1, Date.now())
    for (const watcher of this.#watchers) watcher(this.view)
  }
}

const notReady = (state: AttemptState) =>
  new Problem('attempt-not-ready', `The lab is ${state}; this needs one that is ready.`)

const describe = (error: unknown) =>
  error instanceof Problem
    ? `${error.message} ${error.remedy}`
    : 'Something went wrong on the server. Start the lab again; its log has the cause.'
