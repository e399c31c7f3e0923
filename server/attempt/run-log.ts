import type { Attempt, LabHosts } from '../lab-host/index.ts'
import type { RunNotes, Runs } from '../progress/index.ts'
import type { TypedCommand } from '../protocol/index.ts'
import { readHistory } from './bash-history.ts'

/** Between two looks at what was typed. */
const LOOK_MS = 15_000
/** The end of a lab does not wait longer for a last look at what was typed. */
const LAST_LOOK_MS = 2000
const HISTORY_FILE = '/root/.bash_history'
/** Commands that are kept of a run, the last ones; about as many as somebody reads. */
const COMMANDS = 500
const BYTES = 64 * 1024

/** What is done in one run of a lab, kept so that it can be read when the hosts are gone. */
export class RunLog {
  readonly #runs: Runs
  readonly #id: string
  #notes: RunNotes
  #saved = ''
  #lookedAt = 0

  constructor(
    runs: Runs,
    id: string,
    { passed, replayed, commands }: RunNotes = { passed: [], replayed: [], commands: [] },
  ) {
    this.#runs = runs
    this.#id = id
    this.#notes = { passed, replayed, commands }
    this.#saved = JSON.stringify(this.#notes)
  }

  /** Tasks that the solution did in the hosts as they are now. */
  get replayed(): string[] {
    return this.#notes.replayed
  }

  begin(): Promise<void> {
    return this.#runs.begin(this.#id)
  }

  end(reason: string): Promise<void> {
    return this.#runs.end(this.#id, reason)
  }

  forget(): Promise<void> {
    return this.#runs.forget(this.#id)
  }

  /** The first pass in this run counts. */
  async tookPass(task: string): Promise<void> {
    if (this.#notes.passed.some((one) => one.task === task && !one.replayed)) return
    this.#take('passed', [...this.#notes.passed, { task, at: new Date().toISOString(), replayed: false }])
    await this.save()
  }

  /** The hosts are new; these tasks were done on them by the solution. */
  async madeAnew(replayed: string[]): Promise<void> {
    const at = new Date().toISOString()
    this.#take('replayed', replayed)
    this.#take('passed', [...this.#notes.passed, ...replayed.map((task) => ({ task, at, replayed: true }))])
    await this.save()
  }

  /** The learner broke what the solution had done: from now on it is theirs. */
  noteReplayed(replayed: string[]): void {
    this.#take('replayed', replayed)
  }

  /** Takes over what was typed on the hosts. Quiet when they cannot be looked at. */
  async #readCommands(hosts: LabHosts, attempt: Attempt): Promise<void> {
    const found = await Promise.all(
      attempt.hosts.map(async ({ name }) => {
        const [answer] = await hosts.look(attempt, name, [{ op: 'read', paths: [HISTORY_FILE] }])
        return answer && 'files' in answer ? readHistory(name, answer.files[0] ?? '') : []
      }),
    ).catch(() => [])
    this.#take('commands', bounded(union(this.#notes.commands, found.flat())))
    await this.save()
  }

  async lookNowAndThen(hosts: LabHosts, attempt: Attempt): Promise<void> {
    if (Date.now() - this.#lookedAt < LOOK_MS) return
    this.#lookedAt = Date.now()
    await this.#readCommands(hosts, attempt)
  }

  /** Before the hosts go. */
  async lastLook(hosts: LabHosts, attempt: Attempt): Promise<void> {
    const look = this.#readCommands(hosts, attempt).catch(() => {})
    await Promise.race([look, new Promise((resolve) => setTimeout(resolve, LAST_LOOK_MS).unref())])
  }

  async save(): Promise<void> {
    const text = JSON.stringify(this.#notes)
    if (text === this.#saved) return
    await this.#runs.note(this.#id, this.#notes)
    this.#saved = text
  }

  #take<K extends keyof RunNotes>(what: K, value: RunNotes[K]): void {
    this.#notes = { ...this.#notes, [what]: value }
  }
}

/** In the order of time. The same again is what was read before. */
function union(known: TypedCommand[], found: TypedCommand[]): TypedCommand[] {
  const keyOf = ({ at, host, command }: TypedCommand) => `${at} ${host} ${command}`
  const all = new Map([...known, ...found].map((one) => [keyOf(one), one]))
  return [...all.values()].sort((a, b) => a.at.localeCompare(b.at))
}

function bounded(commands: TypedCommand[]): TypedCommand[] {
  let bytes = 0
  const kept = commands.slice(-COMMANDS).reverse()
  const end = kept.findIndex(({ command }) => {
    bytes += Buffer.byteLength(command)
    return bytes > BYTES
  })
  return (end < 0 ? kept : kept.slice(0, end)).reverse()
}
