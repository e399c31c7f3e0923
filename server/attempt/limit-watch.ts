import type { Attempt, LabHosts, LimitReadings } from '../lab-host/index.ts'
import type { LimitNotice } from '../protocol/index.ts'
import { limitsMet, limitText } from './limit-notice.ts'

/** Between two looks. */
const LOOK_MS = 3000
/** A notice stays this long after the bound was last met. */
const SHOWN_MS = 60_000

/** Notices which bounds the hosts of an attempt meet. */
export class LimitWatch {
  readonly #hosts: Pick<LabHosts, 'look'>
  #lookedAt = 0
  #readings = new Map<string, LimitReadings>()
  #shown = new Map<string, { notice: LimitNotice; until: number }>()

  constructor(hosts: Pick<LabHosts, 'look'>) {
    this.#hosts = hosts
  }

  get notices(): LimitNotice[] {
    return [...this.#shown.values()].map(({ notice }) => notice)
  }

  /** Never rejects: a host that cannot be looked at now is looked at again. */
  async look(attempt: Attempt): Promise<void> {
    if (Date.now() - this.#lookedAt < LOOK_MS) return
    this.#lookedAt = Date.now()
    await Promise.all(attempt.hosts.map(({ name, container }) => this.#lookAt(attempt, name, container)))
    for (const [key, { until }] of this.#shown) if (until < Date.now()) this.#shown.delete(key)
  }

  async #lookAt(attempt: Attempt, host: string, container: string): Promise<void> {
    const [answer] = await this.#hosts.look(attempt, host, [{ op: 'limits' }]).catch(() => [])
    if (!answer || !('op' in answer) || answer.op !== 'limits') return
    // A reset makes a new container, whose counts begin anew.
    const before = this.#readings.get(container)
    this.#readings.set(container, answer)
    for (const limit of limitsMet(before, answer)) {
      const notice = { host, limit, text: limitText(host, limit, answer) }
      this.#shown.set(`${host} ${limit}`, { notice, until: Date.now() + SHOWN_MS })
    }
  }
}
