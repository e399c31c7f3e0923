import type { Lab } from '../catalog/index.ts'
import { Problem } from '../errors/index.ts'
import { isCommandLines } from '../lab-host/index.ts'
import type { AttemptView } from '../protocol/index.ts'
import type { Attempts } from './attempts.ts'
import { LiveAttempt, type LiveParts } from './live-attempt.ts'
import { newSpec } from './play.ts'

/** How long an ended attempt is still told about, so that its page can say why. */
const REMEMBER_MS = 10 * 60_000

interface Limits {
  /** Minutes a lab may last. */
  totalMinutes: number
  /** Minutes without anybody at the page or the terminal. */
  idleMinutes: number
  /** Labs at once on this machine. */
  labs: number
}

export interface LiveAttemptsParts extends LiveParts {
  labs: Lab[]
  limits: Limits
  /** Ends the shells of an attempt whose hosts go away. */
  closeShells: (attempt: string) => Promise<void>
  /** Whom an attempt belongs to by now; undefined when nobody is left to come back to it. */
  ownerNow: (owner: string) => Promise<string | undefined>
}

/** The attempts of all learners, in memory; what must outlive the server is in the lab engine's labels and the database. */
export class LiveAttempts implements Attempts {
  readonly #parts: LiveAttemptsParts
  readonly #attempts = new Map<string, LiveAttempt>()

  constructor(parts: LiveAttemptsParts) {
    this.#parts = parts
  }

  /** Finds what was running before the server was; removes what it cannot go on with. */
  async resume(): Promise<void> {
    for (const attempt of await this.#parts.hosts.list()) {
      const { spec } = attempt
      if (isCommandLines(spec) || this.#attempts.has(spec.id)) continue
      const lab = this.#parts.labs.find(({ id }) => id === spec.lab)
      const whole = attempt.ready && attempt.hosts.every(({ running }) => running) && spec.expiresAt > Date.now()
      const owner = await this.#parts.ownerNow(spec.owner)
      if (!lab || !whole || !owner) {
        await this.#parts.hosts.remove(spec.id)
        continue
      }
      const live = new LiveAttempt(this.#parts, lab, spec)
      live.owner = owner
      this.#attempts.set(spec.id, live)
      await live.resume(attempt, new Date(spec.expiresAt - this.#parts.limits.totalMinutes * 60_000))
    }
  }

  async start(lab: string, owner: string, { seed }: { seed?: number } = {}): Promise<AttemptView> {
    const found = this.#parts.labs.find(({ id }) => id === lab)
    if (!found) throw new Problem('lab-unknown', `There is no lab ${lab}.`)
    const present = this.#of(lab, owner)
    if (present) return present.view
    const limit = this.#parts.limits.labs
    const running = [...this.#attempts.values()].filter(({ over }) => !over)
    if (running.length >= limit) throw new Problem('no-room', `All ${limit} places for labs are taken.`)
    const expiresAt = Date.now() + this.#parts.limits.totalMinutes * 60_000
    const live = new LiveAttempt(this.#parts, found, newSpec(found, { owner, expiresAt, seed }))
    // Taken before the first await, so that two clicks share one attempt.
    this.#attempts.set(live.id, live)
    try {
      await this.#parts.hosts.ping()
    } catch (error) {
      this.#attempts.delete(live.id)
      throw error
    }
    void live.start()
    return live.view
  }

  running(lab: string, owner: string): AttemptView | undefined {
    return this.#of(lab, owner)?.view
  }

  view(id: string, owner: string): AttemptView {
    return this.#own(id, owner).view
  }

  watch(id: string, owner: string, listener: (view: AttemptView) => void): () => void {
    return this.#own(id, owner).watch(listener)
  }

  async answer(id: string, owner: string, task: string, text: string): Promise<AttemptView> {
    const live = this.#own(id, owner)
    live.touch()
    await live.answer(task, text)
    return live.view
  }

  async reset(id: string, owner: string): Promise<AttemptView> {
    const live = this.#own(id, owner)
    if (live.state !== 'ready')
      throw new Problem('attempt-not-ready', `The lab is ${live.state}; only a ready one can be reset.`)
    const done = live.reset()
    void this.#closeShells(id)
    void done
    return live.view
  }

  async stop(id: string, owner: string): Promise<void> {
    await this.#end(this.#own(id, owner), 'You ended this lab. What you passed is kept.')
  }

  shell(id: string, owner: string, host: string): { file: string; args: string[] } {
    return this.#own(id, owner).shell(host)
  }

  touch(id: string): void {
    this.#attempts.get(id)?.touch()
  }

  handOver(from: string, to: string): void {
    for (const live of this.#attempts.values()) if (live.owner === from) live.owner = to
  }

  /** Ends what is over its time, what nobody uses and what has lost its hosts. */
  async reap(): Promise<void> {
    const { idleMinutes, totalMinutes } = this.#parts.limits
    const onEngine = new Map((await this.#parts.hosts.list()).map((attempt) => [attempt.spec.id, attempt]))
    const now = Date.now()
    for (const live of this.#attempts.values()) {
      if (live.over) {
        if (now - live.lastSeen > REMEMBER_MS) this.#attempts.delete(live.id)
      } else if (now > live.expiresAt) {
        await this.#end(live, `Its ${totalMinutes} minutes are over. What you passed is kept.`)
      } else if (now - live.lastSeen > idleMinutes * 60_000) {
        await this.#end(live, `Nobody was here for ${idleMinutes} minutes. What you passed is kept.`)
      } else if (live.state === 'ready' && !onEngine.get(live.id)?.hosts.every(({ running }) => running)) {
        await this.#end(
          live,
          'Its host is gone: the lab engine was restarted, or the host was shut down. What you passed is kept.',
        )
      }
    }
    for (const { spec } of onEngine.values()) {
      const live = this.#attempts.get(spec.id)
      if (!isCommandLines(spec) && (!live || live.over)) await this.#parts.hosts.remove(spec.id)
    }
  }

  async #end(live: LiveAttempt, reason: string): Promise<void> {
    await live.end(reason).catch((err) => this.#parts.log.warn({ err, lab: live.lab.id }, 'hosts not removed yet'))
    await this.#closeShells(live.id)
  }

  async #closeShells(id: string): Promise<void> {
    await this.#parts.closeShells(id).catch((err) => this.#parts.log.warn({ err }, 'shells not closed'))
  }

  #of(lab: string, owner: string): LiveAttempt | undefined {
    return [...this.#attempts.values()].find((live) => live.lab.id === lab && live.owner === owner && !live.over)
  }

  #own(id: string, owner: string): LiveAttempt {
    const live = this.#attempts.get(id)
    if (!live || live.owner !== owner) throw new Problem('attempt-unknown', `There is no lab ${id} of yours.`)
    return live
  }
}
