import type { Lab } from '../catalog/index.ts'
import { Problem } from '../errors/index.ts'
import { type Attempt, isCommandLines, type ShellCommand } from '../lab-host/index.ts'
import type { OpenRun, Runs } from '../progress/index.ts'
import type { AttemptView } from '../protocol/index.ts'
import type { Attempts } from './attempts.ts'
import { endingAtResume, endingOf, endings } from './endings.ts'
import { LiveAttempt, type LiveParts } from './live-attempt.ts'
import { newSpec } from './play.ts'
import { RunLog } from './run-log.ts'
import { minutesUntilTurn } from './waiting.ts'
import type { WarmPool } from './warm-pool.ts'

/** How long an ended attempt is still told about, so that its page can say why. */
const REMEMBER_MS = 10 * 60_000
/** Who waits and is not there when a place is free lets the next one go first. */
const PRESENT_MS = 30_000
/** More would wait longer than anybody wants to. */
const LONGEST_QUEUE = 100

interface Limits {
  /** Minutes a lab may last; as many again when it is extended. */
  totalMinutes: number
  /** Minutes without anybody at the page or the terminal. */
  idleMinutes: number
  /** Labs that one learner has at once, running or waiting. */
  labsEach: number
}

export interface LiveAttemptsParts extends Omit<LiveParts, 'extensionMinutes'> {
  labs: Lab[]
  limits: Limits
  runs: Runs
  /** How many more labs fit, given how many there are now. */
  room: (running: number) => number | Promise<number>
  /** Attempts that are ready to be taken over; absent: every lab is brought up when it is started. */
  warm?: Pick<WarmPool, 'take' | 'has'>
  /** Why this machine cannot run a lab; undefined when it can. */
  whyUnavailable: (lab: Lab) => string | undefined
  /** Ends the shells of an attempt whose hosts go away. */
  closeShells: (attempt: string) => Promise<void>
  /** Whom an attempt belongs to by now; undefined when nobody is left to come back to it. */
  ownerNow: (owner: string) => Promise<string | undefined>
}

/** The attempts of all learners, in memory; what must outlive the server is in the lab engine's labels and the database. */
export class LiveAttempts implements Attempts {
  readonly #parts: LiveAttemptsParts
  readonly #live: LiveParts
  /** In the order of asking: that is the queue's order too. */
  readonly #attempts = new Map<string, LiveAttempt>()
  /** Whose asking is being recorded. Whoever came in now would not be found as begun after a restart of the server. */
  readonly #asking = new Set<LiveAttempt>()
  #resumed: Promise<void> | undefined
  #admitting: Promise<void> = Promise.resolve()

  constructor(parts: LiveAttemptsParts) {
    this.#parts = parts
    this.#live = { ...parts, extensionMinutes: Math.ceil(parts.limits.totalMinutes / 3) }
  }

  /** Finds what was running or waiting before the server was; ends what cannot go on. Once; again after it failed. */
  resume(): Promise<void> {
    this.#resumed ??= this.#resume().catch((error) => {
      this.#resumed = undefined
      throw error
    })
    return this.#resumed
  }

  async start(lab: string, owner: string, { seed }: { seed?: number } = {}): Promise<AttemptView> {
    const found = this.#parts.labs.find(({ id }) => id === lab)
    if (!found) throw new Problem('lab-unknown', `There is no lab ${lab}.`)
    await this.resume()
    const present = this.#of(lab, owner)
    if (present) return this.#seen(present).view
    const lacks = this.#parts.whyUnavailable(found)
    if (lacks) throw new Problem('lab-unavailable', lacks)
    this.#refuseTooMany(owner)
    const someoneWaits = this.#waiting().length > 0
    const warm = someoneWaits ? undefined : this.#parts.warm?.take(lab, seed)
    const spec = warm ? { ...warm.spec, owner } : newSpec(found, { owner, expiresAt: Date.now(), seed })
    const live = this.#newAttempt(found, spec)
    live.warm = warm
    // Taken before the first await, so that two clicks share one attempt.
    this.#attempts.set(live.id, live)
    this.#asking.add(live)
    try {
      // Refused at once while the engine is away; where there is no room, it waits.
      await this.#parts.hosts.room()
      await this.#parts.runs.ask({ id: live.id, owner, lab, seed: live.view.seed })
      // Stopped meanwhile, when there was nothing to forget yet.
      if (live.over) await this.#parts.runs.forget(live.id)
    } catch (error) {
      this.#attempts.delete(live.id)
      throw error
    } finally {
      this.#asking.delete(live)
    }
    await this.#admit()
    return live.view
  }

  running(lab: string, owner: string): AttemptView | undefined {
    const live = this.#of(lab, owner)
    return live && this.#seen(live).view
  }

  view(id: string, owner: string): AttemptView {
    return this.#seen(this.#own(id, owner)).view
  }

  watch(id: string, owner: string, listener: (view: AttemptView) => void): () => void {
    return this.#own(id, owner).watch(listener)
  }

  async answer(id: string, owner: string, task: string, text: string): Promise<AttemptView> {
    const live = this.#seen(this.#own(id, owner))
    await live.answer(task, text)
    return live.view
  }

  async verify(id: string, owner: string, task: string): Promise<AttemptView> {
    const live = this.#seen(this.#own(id, owner))
    await live.verify(task)
    return live.view
  }

  async reset(id: string, owner: string, task?: string): Promise<AttemptView> {
    const live = this.#seen(this.#own(id, owner))
    live.requireReset(task)
    void live.reset(task)
    void this.#closeShells(id)
    return live.view
  }

  async extend(id: string, owner: string): Promise<AttemptView> {
    const live = this.#seen(this.#own(id, owner))
    await live.extend()
    return live.view
  }

  async showSolution(id: string, owner: string, task: string): Promise<AttemptView> {
    const live = this.#own(id, owner)
    live.touch()
    await live.showSolution(task)
    return live.view
  }

  async stop(id: string, owner: string): Promise<void> {
    await this.#end(this.#own(id, owner), endings.stopped)
    void this.#admit()
  }

  shell(id: string, owner: string, host: string): ShellCommand {
    return this.#own(id, owner).shell(host)
  }

  touch(id: string): void {
    this.#attempts.get(id)?.touch()
  }

  handOver(from: string, to: string): void {
    for (const live of this.#attempts.values()) if (live.owner === from) live.owner = to
  }

  /** Ends what is over its time, what nobody uses and what has lost its hosts; then lets in who waits. */
  async reap(): Promise<void> {
    const onEngine = new Map((await this.#parts.hosts.list()).map((attempt) => [attempt.spec.id, attempt]))
    for (const live of [...this.#attempts.values()]) {
      const reason = live.over ? undefined : endingOf(live, onEngine.get(live.id), this.#parts.limits)
      if (reason) await this.#end(live, reason)
      if (live.over && Date.now() - Math.max(live.lastSeen, live.overSince) > REMEMBER_MS)
        this.#attempts.delete(live.id)
    }
    for (const { spec } of onEngine.values()) {
      const live = this.#attempts.get(spec.id)
      if (!this.#isElsewheres(spec) && (!live || live.over)) await this.#parts.hosts.remove(spec.id)
    }
    await this.#admit()
  }

  async #resume(): Promise<void> {
    const { hosts, runs } = this.#parts
    const [open, attempts] = [await runs.open(), await hosts.list()]
    for (const run of open) {
      if (this.#attempts.has(run.id)) continue
      await this.#resumeRun(run, attempts).catch((error) => {
        this.#attempts.delete(run.id)
        throw error
      })
    }
    for (const { spec } of attempts) {
      if (!this.#isElsewheres(spec) && !this.#attempts.has(spec.id)) await hosts.remove(spec.id)
    }
    await this.#admit()
  }

  async #resumeRun(run: OpenRun, attempts: Attempt[]): Promise<void> {
    const { runs, labs, ownerNow } = this.#parts
    const lab = labs.find(({ id }) => id === run.lab)
    const owner = await ownerNow(run.owner)
    if (!lab || !owner) return runs.end(run.id, endings.noLab)
    const attempt = attempts.find(({ spec }) => spec.id === run.id)
    const fresh = newSpec(lab, { owner, expiresAt: Date.now(), seed: run.seed })
    const live = this.#newAttempt(lab, { ...fresh, id: run.id }, run)
    this.#attempts.set(run.id, live)
    if (!run.startedAt) return
    const reason = endingAtResume(attempt)
    if (attempt && !reason) await live.resume(attempt)
    else await this.#end(live, reason ?? endings.hostGone)
  }

  /** Somebody else minds it. */
  #isElsewheres(spec: Attempt['spec']): boolean {
    return isCommandLines(spec) || (this.#parts.warm?.has(spec.id) ?? false)
  }

  #newAttempt(lab: Lab, spec: Attempt['spec'], run?: OpenRun): LiveAttempt {
    return new LiveAttempt(this.#live, lab, spec, new RunLog(this.#parts.runs, spec.id, run), run?.startedAt)
  }

  /** Lets in whoever is next, while there is room; tells the others where they stand. One call after the other. */
  #admit(): Promise<void> {
    this.#admitting = this.#admitting
      .then(() => this.#letIn())
      .catch((err) => this.#parts.log.warn({ err }, 'nobody let in'))
    return this.#admitting
  }

  async #letIn(): Promise<void> {
    if (this.#waiting().length === 0) return
    let room = await this.#parts.room(this.#running().length)
    for (const live of this.#waiting()) {
      if (room <= 0) break
      if (this.#asking.has(live)) continue
      if (Date.now() - live.lastSeen > PRESENT_MS) continue
      room--
      const expiresAt = Date.now() + this.#parts.limits.totalMinutes * 60_000
      void live.start({ expiresAt, endsBy: expiresAt + this.#parts.limits.totalMinutes * 60_000 })
    }
    await this.#tellPlaces(this.#waiting())
  }

  async #tellPlaces(waiting: LiveAttempt[]): Promise<void> {
    if (waiting.length === 0) return
    const lives = await this.#parts.runs.lives()
    const occupied = this.#running().map((live) => ({ startedAt: live.startedAt, expiresAt: live.expiresAt }))
    for (const [index, live] of waiting.entries()) {
      const place = index + 1
      live.wait({ place, minutes: minutesUntilTurn(place, occupied, lives, Date.now()) })
    }
  }

  async #end(live: LiveAttempt, reason: string): Promise<void> {
    await live.end(reason).catch((err) => this.#parts.log.warn({ err, lab: live.lab.id }, 'hosts not removed yet'))
    await this.#closeShells(live.id)
  }

  async #closeShells(id: string): Promise<void> {
    await this.#parts.closeShells(id).catch((err) => this.#parts.log.warn({ err }, 'shells not closed'))
  }

  #running(): LiveAttempt[] {
    return [...this.#attempts.values()].filter(({ over, state }) => !over && state !== 'waiting')
  }

  #waiting(): LiveAttempt[] {
    return [...this.#attempts.values()].filter(({ state }) => state === 'waiting')
  }

  #refuseTooMany(owner: string): void {
    const open = [...this.#attempts.values()].filter(({ over }) => !over)
    const own = open.filter((live) => live.owner === owner).map(({ lab }) => lab.title)
    const { labsEach } = this.#parts.limits
    if (own.length >= labsEach)
      throw new Problem(
        'too-many-labs',
        `You have ${own.length} labs already, and ${labsEach} are allowed: ${own.join(', ')}.`,
      )
    if (open.filter(({ state }) => state === 'waiting').length >= LONGEST_QUEUE)
      throw new Problem('no-room', `${LONGEST_QUEUE} others wait for a lab already.`)
  }

  #of(lab: string, owner: string): LiveAttempt | undefined {
    return [...this.#attempts.values()].find((live) => live.lab.id === lab && live.owner === owner && !live.over)
  }

  #own(id: string, owner: string): LiveAttempt {
    const live = this.#attempts.get(id)
    if (!live || live.owner !== owner) throw new Problem('attempt-unknown', `There is no lab ${id} of yours.`)
    return live
  }

  #seen(live: LiveAttempt): LiveAttempt {
    live.touch()
    return live
  }
}
