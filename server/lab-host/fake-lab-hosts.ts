import { Problem } from '../errors/index.ts'
import type { Attempt, AttemptSpec, LabHosts, Offer, ProbeAnswer, ProbeRequest, Room, ScriptResult } from './driver.ts'

const IMAGES = ['api', 'postgres', 'redis', 'tools', 'web']
const ENGINE = '26'

/** Lab hosts in memory, for tests: they come up at once. Scripts and looks do what a test tells them to. */
export class FakeLabHosts implements LabHosts {
  readonly attempts = new Map<string, Attempt>()
  /** The engine does not answer. */
  down = false
  /** What a script does; by default it understands `echo` and `exit`. */
  script: (attempt: Attempt, host: string, script: string) => ScriptResult | Promise<ScriptResult> = (_a, _h, script) =>
    runLines(script)
  /** What the probe sees; by default nothing. */
  see: (attempt: Attempt, host: string, request: ProbeRequest) => ProbeAnswer = () => ({ error: 'nothing to see' })

  async #reached(): Promise<void> {
    if (this.down) throw new Problem('engine-unreachable', 'The lab engine does not answer.')
  }

  async offer(): Promise<Offer> {
    await this.#reached()
    return { engines: [ENGINE], lacking: {} }
  }

  async create(spec: AttemptSpec, onStep: (step: string) => void): Promise<Attempt> {
    await this.#reached()
    const engine = Object.values(spec.hosts).find((host) => host.engine !== ENGINE)?.engine
    if (engine) throw new Problem('lab-unavailable', `This lab wants a Docker engine of generation ${engine}.`)
    onStep('Starting the host')
    const attempt = newAttempt(spec, this.attempts.size)
    this.attempts.set(spec.id, attempt)
    const unknown = spec.images.find((image) => !IMAGES.includes(image))
    if (unknown) {
      await this.remove(spec.id)
      throw new Problem('host-start-failed', `There is no image ${unknown}.`)
    }
    return structuredClone(attempt)
  }

  async list(): Promise<Attempt[]> {
    await this.#reached()
    return structuredClone([...this.attempts.values()])
  }

  async run(attempt: Attempt, host: string, script: string): Promise<ScriptResult> {
    await this.#reached()
    this.#find(attempt, host)
    return this.script(attempt, host, script)
  }

  async markReady(attempt: Attempt): Promise<void> {
    this.#of(attempt).ready = true
    attempt.ready = true
  }

  async prolong(attempt: Attempt, expiresAt: number): Promise<void> {
    await this.#reached()
    this.#of(attempt).expiresAt = expiresAt
    attempt.expiresAt = expiresAt
  }

  async look(attempt: Attempt, host: string, requests: ProbeRequest[]): Promise<ProbeAnswer[]> {
    await this.#reached()
    if (!this.#find(attempt, host).running) throw new Problem('host-start-failed', `The host ${host} is not running.`)
    return requests.map((request) => this.see(attempt, host, request))
  }

  watch() {
    return () => {}
  }
  shell(attempt: Attempt, host: string): { file: string; args: string[] } {
    if (!attempt.hosts.some(({ name }) => name === host))
      throw new Problem('host-unknown', `This lab has no host ${host}.`)
    return { file: 'sh', args: [attempt.spec.id, host] }
  }

  async room(): Promise<Room> {
    await this.#reached()
    return { labs: 1000, short: 'memory' }
  }

  async remove(id: string): Promise<void> {
    await this.#reached()
    this.attempts.delete(id)
  }

  /** A host ends, as if it was shut down from inside. */
  loseHost(id: string, host: string): void {
    const lost = this.attempts.get(id)?.hosts.find(({ name }) => name === host)
    if (lost) lost.running = false
  }

  #of({ spec }: Attempt): Attempt {
    const found = this.attempts.get(spec.id)
    if (!found) throw new Problem('attempt-unknown', 'The host of this lab is gone.')
    return found
  }

  #find(attempt: Attempt, host: string): Attempt['hosts'][number] {
    if (!attempt.hosts.some(({ name }) => name === host))
      throw new Problem('host-unknown', `This lab has no host ${host}.`)
    return this.#of(attempt).hosts.find(({ name }) => name === host)!
  }
}

function newAttempt(spec: AttemptSpec, number: number): Attempt {
  const lans = Object.entries(spec.lans).map(([name, { mtu }], index) => {
    const net = `10.${number}.${index}`
    return [name, { subnet: `${net}.0/24`, gateway: `${net}.1`, mtu }] as const
  })
  const hosts = Object.entries(spec.hosts).map(([name, host], index) => ({
    name,
    container: `${spec.id}-${name}`,
    addresses: Object.fromEntries(
      lans
        .filter(([lan]) => host.lans.includes(lan))
        .map(([lan, { gateway }]) => [lan, gateway.replace(/1$/, String(index + 2))]),
    ),
    running: true,
  }))
  return { spec, lans: Object.fromEntries(lans), hosts, ready: false, expiresAt: spec.expiresAt }
}

function runLines(script: string): ScriptResult {
  let output = ''
  for (const line of script.split('\n')) {
    const [, word, rest = ''] = /^(\w+) ?(.*)$/.exec(line) ?? []
    if (word === 'echo') output += `${rest}\n`
    if (word === 'exit') return { code: Number(rest), output }
  }
  return { code: 0, output }
}
