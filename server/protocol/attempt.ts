/** What a check found. `unobservable`: the platform could not look, or what it was told is not what the kernel shows. */
export type Verdict = 'pass' | 'fail' | 'unobservable'

/** One check's finding, in words a learner can compare with their own terminal. */
export interface CheckOutcome {
  /** Name of the check as written in lab.yaml, e.g. `resolves`. */
  check: string
  outcome: Verdict
  /** What the task wants, one line. */
  expected: string
  /** What the machine showed, one line. */
  observed: string
  /** A command that shows the same thing on the lab host, and only looks; or an empty string where there is none. */
  evidence: string
  /** The host it is about, where the lab has several. */
  host?: string
}

export interface TaskView {
  id: string
  title: string
  /** `state` turns green by itself; `answer` waits for a submitted text. */
  kind: 'state' | 'answer'
  /** Of a question with given answers: what can be picked, and submitted by its id. */
  options?: { id: string; says: string }[]
  /** `pending`: not looked at yet. */
  outcome: Verdict | 'pending'
  checks: CheckOutcome[]
  /** Hints that fit the present outcome, Markdown-free text, in the order to reveal them. */
  hints: string[]
  /** Why what was done works, in one line; only while the task passes. */
  why?: string
  /** One way to do it, as commands; only after the learner has asked for it. */
  solution?: string
  /** ISO 8601; the first time this learner passed the task in this or an earlier attempt. */
  passedAt?: string
  /** A check of it has to change the lab, so the task is judged when the learner asks for it. */
  verify?: true
  /** Done by the lab's solution when the learner continued from a later task: not the learner's pass. */
  replayed?: true
}

/** A bound of a host that was met a moment ago, or is still. */
export interface LimitNotice {
  host: string
  limit: 'memory' | 'processes' | 'disk' | 'inotify' | 'namespaces' | 'connections' | 'packets'
  /** What was met, how much it is, and what to do; two or three short sentences. */
  text: string
}

/** `waiting` for a place → `starting` → `ready` → `ended`; `failed` when the platform could not bring the lab up. */
export type AttemptState = 'waiting' | 'starting' | 'ready' | 'resetting' | 'ended' | 'failed'

/** One learner's run of one lab. */
export interface AttemptView {
  id: string
  /** Grows with every change: of two views of an attempt, the one with the lower number is out of date. */
  revision: number
  lab: string
  title: string
  state: AttemptState
  /** What is being done now (`starting`), or why it ended (`ended`, `failed`). */
  detail: string
  seed: number
  /** The vars drawn for this attempt and the built-ins (`lan.subnet`, `host-1.ip`), by name. */
  vars: Record<string, string>
  hosts: string[]
  tasks: TaskView[]
  /** True once every task passed; stays true. */
  completed: boolean
  startedAt: string
  /** ISO 8601; the host is removed then, or earlier when idle. */
  expiresAt: string
  /** Minutes that one extension adds; 0 when it cannot be extended (any more). */
  extension: number
  limits: LimitNotice[]
  /** While `waiting`: 1 is next. `minutes` until its turn by what labs last here; null where nothing can be said. */
  queue?: { place: number; minutes: number | null }
}

/** Answer to `GET /api/labs/:lab/attempt`: the visitor's own attempt, if one runs. */
export interface RunningView {
  attempt: AttemptView | null
  /** Why this machine cannot run the lab, in one sentence; absent when it can. */
  unavailable?: string | undefined
}

/** Server-sent events of `GET /api/attempts/:id/events`: `event: attempt`, data an AttemptView. */
export const ATTEMPT_EVENT = 'attempt'
