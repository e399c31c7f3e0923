import { freemem, totalmem } from 'node:os'
import type { Lab } from '../catalog/index.ts'
import type { Attempt, LabHosts } from '../lab-host/index.ts'
import { Demand } from './demand.ts'
import { bringUp, newSpec } from './play.ts'

/** A lab that could not be prepared is left out for so long. */
const AVOID_MS = 10 * 60_000
/** After a start the machine is for whoever started. */
const PAUSE_MS = 5_000
/** Share of the memory that is free below which nothing more is made, and below which what there is goes. */
const FREE = { make: 1 / 4, keep: 1 / 8 }

export interface WarmPoolParts {
  hosts: LabHosts
  labs: Lab[]
  /** Attempts kept ready at most. */
  size: number
  /** Minutes that a lab may last, once, and as many again when it is extended. An attempt waits no longer for its learner. */
  totalMinutes: number
  log: { warn(details: object, message: string): void }
  /** Owner of what nobody has taken yet. */
  owner?: string
  /** Share of the machine's memory that is free. */
  free?: () => number
}

/** Attempts with setup done that are nobody's yet. Whoever starts a lab takes one over where there is one. */
export class WarmPool {
  readonly #parts: WarmPoolParts
  readonly #demand: Demand
  readonly #ready = new Map<string, Attempt>()
  readonly #avoidUntil = new Map<string, number>()
  #making: string | undefined
  #tending: Promise<void> | undefined
  #takenAt = 0
  #closed = false

  constructor(parts: WarmPoolParts) {
    this.#parts = parts
    this.#demand = new Demand(parts.labs.map(({ id }) => id))
  }

  /** Whether it minds this attempt: nobody else removes it then. */
  has(id: string): boolean {
    return this.#ready.has(id) || this.#making === id
  }

  /** Somebody starts this lab: an attempt at it, with this seed where one is named, for the caller to mind from now on. */
  take(lab: string, seed?: number): Attempt | undefined {
    this.#demand.note(lab)
    this.#takenAt = Date.now()
    const found = [...this.#ready.values()].find(
      ({ spec }) => spec.lab === lab && (seed === undefined || spec.seed === seed) && spec.expiresAt > Date.now(),
    )
    if (found) this.#ready.delete(found.spec.id)
    return found
  }

  /** Removes what has ended, is too old or is not wanted any more; makes what is wanted, one after the other. Never rejects. */
  tend(): Promise<void> {
    this.#tending ??= this.#tend()
      .catch((err) => this.#parts.log.warn({ err }, 'warm labs not tended'))
      .finally(() => {
        this.#tending = undefined
      })
    return this.#tending
  }

  /** Removes all that nobody took, but does not wait for one that is being made. */
  async close(): Promise<void> {
    this.#closed = true
    await Promise.all([...this.#ready.keys()].map((id) => this.#drop(id)))
  }

  async #tend(): Promise<void> {
    const { hosts, size, free = () => freemem() / totalmem() } = this.#parts
    if (this.#ready.size > 0) await this.#dropEnded(await hosts.list())
    while (!this.#closed && Date.now() - this.#takenAt >= PAUSE_MS) {
      const shares = this.#demand.shares(free() < FREE.keep ? 0 : size, this.#preparable())
      const over = [...this.#ready.values()].find(({ spec }) => this.#count(spec.lab) > (shares.get(spec.lab) ?? 0))
      if (over) await this.#drop(over.spec.id)
      else {
        const wanted = [...shares].find(([lab, share]) => this.#count(lab) < share)?.[0]
        if (wanted === undefined || free() < FREE.make) return
        await this.#make(wanted)
      }
    }
  }

  async #make(id: string): Promise<void> {
    const { hosts, labs, totalMinutes, log, owner = 'pool' } = this.#parts
    const lab = labs.find((one) => one.id === id)!
    const life = totalMinutes * 60_000
    // Whoever takes it gets a whole life from then on, so its end only ever moves away.
    const expiresAt = Date.now() + life
    const spec = newSpec(lab, { owner, expiresAt, endsBy: expiresAt + 2 * life })
    this.#making = spec.id
    try {
      this.#ready.set(spec.id, await bringUp(hosts, lab, spec, () => {}))
      if (this.#closed) await this.#drop(spec.id)
    } catch (err) {
      this.#avoidUntil.set(id, Date.now() + AVOID_MS)
      log.warn({ err, lab: id }, 'lab not kept warm')
    } finally {
      this.#making = undefined
    }
  }

  async #dropEnded(onEngine: Attempt[]): Promise<void> {
    const whole = onEngine.filter(({ ready, hosts }) => ready && hosts.every(({ running }) => running))
    const ids = new Set(whole.map(({ spec }) => spec.id))
    for (const { spec } of [...this.#ready.values()]) {
      if (!ids.has(spec.id) || spec.expiresAt < Date.now()) await this.#drop(spec.id)
    }
  }

  async #drop(id: string): Promise<void> {
    this.#ready.delete(id)
    await this.#parts.hosts.remove(id)
  }

  #preparable(): string[] {
    return this.#parts.labs.map(({ id }) => id).filter((id) => (this.#avoidUntil.get(id) ?? 0) < Date.now())
  }

  #count(lab: string): number {
    return [...this.#ready.values()].filter(({ spec }) => spec.lab === lab).length
  }
}
