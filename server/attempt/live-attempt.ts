import { type Lab, labVars, shownVars, tasksOf } from '../catalog/index.ts'
import { Problem } from '../errors/index.ts'
import type { TaskOutcome } from '../grader/index.ts'
import type { Attempt, AttemptSpec, LabHosts, ShellCommand } from '../lab-host/index.ts'
import type { Progress } from '../progress/index.ts'
import type { AttemptState, AttemptView } from '../protocol/index.ts'
import { Bulletin } from './bulletin.ts'
import { Learnt } from './learnt.ts'
import { LimitWatch } from './limit-watch.ts'
import { attemptTasks, bringUp, disturb, grade, judgeAnswer, settle, solutionText, varsOf } from './play.ts'
import { replayBefore, tasksBefore } from './replay.ts'
import { Rounds } from './rounds.ts'
import type { RunLog } from './run-log.ts'
import { TaskBook } from './task-book.ts'
import { Trials } from './trials.ts'

export interface LiveParts {
  hosts: LabHosts
  progress: Pick<Progress, 'recordPassed' | 'recordCompleted' | 'recordSolutionShown' | 'progressOf'>
  log: { warn(details: object, message: string): void }
  /** Minutes that one extension adds. */
  extensionMinutes: number
}

/** One attempt while it lives: its state, its rounds of checks, who watches. */
export class LiveAttempt {
  readonly lab: Lab
  owner: string
  /** Prepared ahead: what it begins with. */
  warm: Attempt | undefined
  #spec: AttemptSpec
  #parts: LiveParts
  #attempt: Attempt | undefined
  #state: AttemptState = 'waiting'
  #queue: AttemptView['queue']
  #detail = ''
  #book: TaskBook
  #learnt: Learnt
  #startedAt = new Date()
  #bulletin = new Bulletin()
  #lastSeen = Date.now()
  #rounds = new Rounds(() => this.lastSeen)
  #limits: LimitWatch
  readonly #trials = new Trials()
  #verifying: { task: string; done: Promise<void> } | undefined
  #log: RunLog
  #ended = false
  #overSince = 0

  /** `startedAt`: when it was begun before the server was. */
  constructor(parts: LiveParts, lab: Lab, spec: AttemptSpec, log: RunLog, startedAt: Date | null = null) {
    this.#parts = parts
    this.#log = log
    this.#limits = new LimitWatch(parts.hosts)
    this.#learnt = new Learnt(parts.progress, lab.id)
    if (startedAt) {
      this.#startedAt = startedAt
      this.#state = 'starting'
    }
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

  /** Unix time in ms; 0 while it is not over. */
  get overSince(): number {
    return this.#overSince
  }

  get expiresAt(): number {
    return this.#spec.expiresAt
  }

  /** Unix time in ms. */
  get startedAt(): number {
    return this.#startedAt.getTime()
  }

  /** Unix time in ms at which somebody was last at the page or the terminal. */
  get lastSeen(): number {
    return this.#bulletin.watched ? Date.now() : this.#lastSeen
  }

  get view(): AttemptView {
    const { id, lab, seed } = this.#spec
    return {
      id,
      revision: this.#bulletin.revision,
      lab,
      title: this.lab.title,
      state: this.#state,
      detail: this.#detail,
      seed,
      vars: shownVars(this.lab, this.#attempt ? varsOf(this.lab, this.#attempt) : labVars(this.lab, seed)),
      hosts: Object.keys(this.lab.hosts),
      tasks: this.#book.views,
      completed: this.#learnt.completed,
      startedAt: this.#startedAt.toISOString(),
      expiresAt: new Date(this.#spec.expiresAt).toISOString(),
      extension: Math.ceil((this.#extendedTo() - this.#spec.expiresAt) / 60_000),
      limits: this.#state === 'ready' ? this.#limits.notices : [],
      queue: this.#state === 'waiting' ? this.#queue : undefined,
    }
  }

  touch(): void {
    this.#lastSeen = Date.now()
    this.#rounds.wake()
  }

  watch(listener: (view: AttemptView) => void): () => void {
    const unwatch = this.#bulletin.watch(listener)
    this.#rounds.wake()
    return () => {
      unwatch()
      this.#lastSeen = Date.now()
    }
  }

  /** It has no place yet: tells where it stands. */
  wait(queue: AttemptView['queue']): void {
    this.#queue = queue
    this.#show('waiting', 'Waiting for a place')
  }

  /** Brings the hosts up, then judges until the end. Never rejects: a failure becomes the state. */
  async start(life: Pick<AttemptSpec, 'expiresAt' | 'endsBy'>): Promise<void> {
    this.#spec = { ...this.#spec, ...life }
    this.#startedAt = new Date()
    this.#show('starting', '')
    if (this.warm && (await this.#takeOver(this.warm))) return
    await this.#bringUp('starting', () => this.#log.begin())
  }

  /** Whether the attempt that was prepared ahead could be taken over; where it could not, nothing is left of it. */
  async #takeOver(attempt: Attempt): Promise<boolean> {
    const { hosts, log } = this.#parts
    try {
      await this.#log.begin()
      await hosts.prolong(attempt, this.#spec.expiresAt)
      if (this.#ended) await hosts.remove(this.id)
      else await this.#begin(attempt, false)
      return true
    } catch (err) {
      log.warn({ err, lab: this.lab.id }, 'warm lab not taken over')
      await hosts.remove(this.id).catch(() => {})
      return false
    }
  }

  /** Takes over an attempt that was running before the server was. */
  async resume(attempt: Attempt): Promise<void> {
    this.#spec = { ...this.#spec, ...attempt.spec, expiresAt: attempt.expiresAt }
    await this.#begin(attempt, true)
  }

  /** Back to the state after setup, with new hosts under the same id; with `task`, the tasks before it are done then. */
  async reset(task?: string): Promise<void> {
    const old = this.requireReset(task)
    this.#attempt = undefined
    this.#show('resetting', 'Removing the hosts')
    await this.#bringUp(
      'resetting',
      async () => {
        await this.#log.lastLook(this.#parts.hosts, old)
        await this.#parts.hosts.remove(this.id)
      },
      task,
    )
  }

  /** Throws what `reset` would. */
  requireReset(task?: string): Attempt {
    if (task !== undefined) tasksBefore(this.lab, task)
    return this.#running()
  }

  /** Moves the end of its time. Throws Problem `not-extendable`. */
  async extend(): Promise<void> {
    const attempt = this.#running()
    const expiresAt = this.#extendedTo()
    if (expiresAt <= this.#spec.expiresAt)
      throw new Problem('not-extendable', 'This lab has been extended as far as it can be.')
    await this.#parts.hosts.prolong(attempt, expiresAt)
    this.#spec = { ...this.#spec, expiresAt }
    this.touch()
    this.#show()
  }

  async answer(task: string, text: string): Promise<void> {
    const attempt = this.#running()
    const tasks = attemptTasks(this.lab, attempt)
    if (!tasks.some(({ id }) => id === task)) throw new Problem('task-unknown', `This lab has no task ${task}.`)
    const check = this.#book.takeAnswer(task, await judgeAnswer(this.#parts.hosts, attempt, tasks, task, text))
    if (check.outcome === 'pass') this.#learnt.passed(task, [check])
    this.#show()
    await this.#learnt.save(this.owner, this.#book, this.#log)
    this.#show()
  }

  /** Changes the lab as the task's checks demand, then judges. No round looks meanwhile: what restarts is not broken. */
  async verify(task: string): Promise<void> {
    while (this.#verifying && this.#verifying.task !== task) await this.#verifying.done.catch(() => {})
    const attempt = this.#running()
    const tasks = attemptTasks(this.lab, attempt)
    if (!tasks.some(({ id }) => id === task)) throw new Problem('task-unknown', `This lab has no task ${task}.`)
    this.#verifying ??= {
      task,
      done: this.#verify(attempt, tasks, task).finally(() => {
        this.#verifying = undefined
        this.#rounds.wake()
      }),
    }
    await this.#verifying.done
  }

  async #verify(attempt: Attempt, tasks: ReturnType<typeof attemptTasks>, task: string): Promise<void> {
    const passing = this.#book.views.filter(({ outcome }) => outcome === 'pass').map(({ id }) => id)
    const { hosts } = this.#parts
    const own = tasks.filter(({ id }) => id === task)
    this.#trials.keep(task, await disturb(hosts, attempt, own))
    const wanted = [task, ...passing]
    await this.#take(attempt, await settle(hosts, attempt, tasks, { tried: this.#trials.tried, wanted }))
  }

  /** Recorded before it is shown, so that nobody sees it unrecorded. */
  async showSolution(task: string): Promise<void> {
    const solution = solutionText(this.lab, this.#running(), task)
    await this.#parts.progress.recordSolutionShown(this.owner, this.lab.id, task)
    this.#book.showSolution(task, solution)
    this.#show()
  }

  shell(host: string): ShellCommand {
    return this.#parts.hosts.shell(this.#running(), host)
  }

  /** Ends it with the reason shown to the learner, and removes its hosts. */
  async end(reason: string): Promise<void> {
    if (this.#ended) return
    this.#ended = true
    if (this.#attempt && this.#state === 'ready') await this.#log.lastLook(this.#parts.hosts, this.#attempt)
    const began = this.#state !== 'waiting'
    this.#show('ended', reason)
    this.#rounds.wake()
    await (began ? this.#log.end(reason) : this.#log.forget())
    if (began) await this.#parts.hosts.remove(this.id)
  }

  #running(): Attempt {
    if (this.#state !== 'ready' || !this.#attempt) throw notReady(this.#state)
    return this.#attempt
  }

  /** `before` is done first; then hosts come up, and the solution does the tasks before `task`. Never rejects. */
  async #bringUp(state: AttemptState, before: () => Promise<unknown>, task?: string): Promise<void> {
    const step = (detail: string) => this.#show(state, detail)
    const { hosts, log } = this.#parts
    try {
      await before()
      // Kept before the lab is ready: whatever happens then, nothing of it is taken for the learner's.
      const scene = async (attempt: Attempt) => {
        if (task !== undefined) step('Doing the earlier tasks')
        await this.#log.madeAnew(task === undefined ? [] : await replayBefore(hosts, this.lab, attempt, task))
      }
      const attempt = await bringUp(hosts, this.lab, this.#spec, step, scene)
      if (this.#ended) return void (await hosts.remove(this.id))
      await this.#begin(attempt, false)
    } catch (error) {
      log.warn({ err: error, lab: this.lab.id }, `lab failed while ${state}`)
      if (!this.over) this.#show('failed', describe(error))
      await this.#log.end(this.#detail).catch(() => {})
    }
  }

  async #begin(attempt: Attempt, resumed: boolean): Promise<void> {
    const { passed, shown } = await this.#learnt.before(this.owner)
    this.#book = new TaskBook(attemptTasks(this.lab, attempt), passed)
    this.#book.markReplayed(this.#log.replayed)
    if (resumed) {
      for (const [id, at] of passed) if (new Date(at) >= this.#startedAt) this.#book.keepPassed(id)
    }
    for (const { id } of this.#book.views) {
      if (shown.includes(id)) this.#book.showSolution(id, solutionText(this.lab, attempt, id))
    }
    this.#attempt = attempt
    this.#trials.clear()
    this.#show('ready', '')
    const tasks = attemptTasks(this.lab, attempt)
    const going = () => this.#attempt === attempt && this.#state === 'ready'
    const unwatch = this.#parts.hosts.watch(attempt, () => this.#rounds.wake())
    const round = () =>
      this.#round(attempt, tasks).catch((error) => {
        this.#parts.log.warn({ err: error, lab: this.lab.id }, 'round of checks failed')
      })
    void this.#rounds.run(going, round).finally(unwatch)
  }

  async #round(attempt: Attempt, tasks: ReturnType<typeof attemptTasks>): Promise<void> {
    await this.#verifying?.done.catch(() => {})
    await this.#limits.look(attempt)
    const outcomes = await grade(this.#parts.hosts, attempt, tasks, this.#trials.tried)
    if (!this.#verifying) await this.#take(attempt, outcomes)
    await this.#log.lookNowAndThen(this.#parts.hosts, attempt)
  }

  async #take(attempt: Attempt, outcomes: TaskOutcome[]): Promise<void> {
    if (this.#attempt !== attempt || this.#state !== 'ready') return
    for (const { id, checks } of this.#book.takeRound(this.#trials.standing(outcomes))) this.#learnt.passed(id, checks)
    this.#log.noteReplayed(this.#book.replayed)
    this.#show()
    await this.#learnt.save(this.owner, this.#book, this.#log)
    this.#show()
  }

  #extendedTo(): number {
    const { expiresAt, endsBy = expiresAt } = this.#spec
    return Math.min(endsBy, expiresAt + this.#parts.extensionMinutes * 60_000)
  }

  /** Tells the watchers, when there is something new to tell. */
  #show(state: AttemptState = this.#state, detail = this.#detail): void {
    this.#state = state
    this.#detail = detail
    if (this.over) this.#overSince ||= Date.now()
    this.#bulletin.tell(() => this.view)
  }
}

const notReady = (state: AttemptState) =>
  new Problem('attempt-not-ready', `The lab is ${state}; this needs one that is ready.`)

const describe = (error: unknown) =>
  error instanceof Problem
    ? `${error.message} ${error.remedy}`
    : 'Something went wrong on the server. Start the lab again; its log has the cause.'
