import { PassThrough, type Readable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { setTimeout as pause } from 'node:timers/promises'
import Docker from 'dockerode'
import { Problem } from '../errors/index.ts'
import { hostContainer, lanNetwork } from './blueprint.ts'
import type {
  Attempt,
  AttemptHost,
  AttemptSpec,
  LabHosts,
  Offer,
  ProbeAnswer,
  ProbeRequest,
  Room,
  ScriptResult,
  ShellCommand,
} from './driver.ts'
import { engineOfImage } from './images.ts'
import { readAttempts } from './inventory.ts'
import { lackingFeatures } from './kernel-features.ts'
import { attemptFilter, hostName } from './labels.ts'
import { Probe } from './probe.ts'
import { roomIn } from './room.ts'
import { shellCommand } from './shell-command.ts'

/** What lab-init says once the engine of its host answers. */
const ENGINE_ANSWERS = 'The engine answers.'
/** Until then; about 1 s on a quiet machine. */
const START_TIMEOUT_MS = 120_000
const OUTPUT_BYTES = 64 * 1024
const COMMAND_TIMEOUT_MS = 3000
/** For the engine to learn that a script has ended. */
const EXIT_KNOWN_MS = 2000
/** runc loses the first of a new process now and then: "read init-p: connection reset by peer". */
const EXEC_TRIES = 3
/** The exit code that the engine gives a process that could not be started. */
const NOT_STARTED = 126
const NO_ANSWER: ProbeAnswer = { error: 'the probe gave no answer' }

/** Lab hosts as containers of the lab engine behind a unix socket. */
export class DockerLabHosts implements LabHosts {
  readonly #socket: string
  readonly #docker: Docker
  readonly #probe: Probe
  /** Tried once: a kernel keeps its features. */
  #lacking: Offer['lacking'] | undefined

  constructor(socket: string) {
    this.#socket = socket
    this.#docker = new Docker({ socketPath: socket })
    this.#probe = new Probe(this.#docker)
  }

  /** Throws Problem `engine-unreachable` with the remedy when labs cannot run. */
  async ping(): Promise<void> {
    await this.#docker.ping().catch((cause) => {
      throw unreachable(cause)
    })
  }

  async offer(): Promise<Offer> {
    const engines = await this.#engines()
    this.#lacking ??= await this.#reached(() => lackingFeatures(this.#docker))
    return { engines, lacking: this.#lacking }
  }

  async create(spec: AttemptSpec, onStep: (step: string) => void): Promise<Attempt> {
    const engines = await this.#engines()
    const engine = Object.values(spec.hosts).find((host) => !engines.includes(host.engine))?.engine
    if (engine)
      throw new Problem(
        'lab-unavailable',
        `This lab wants a Docker engine of generation ${engine}; here is ${engines.join(', ')}.`,
        { remedy: `Run \`npm run images -- --engine ${engine}\` on the server.` },
      )
    try {
      onStep('Making the network')
      await this.#createLans(spec)
      onStep('Starting the host')
      await Promise.all(Object.keys(spec.hosts).map((host) => this.#createHost(spec, host)))
      const attempt = await this.#find(spec.id)
      onStep('Starting its Docker engine')
      await Promise.all(attempt.hosts.map((host) => this.#untilEngineAnswers(host)))
      return attempt
    } catch (error) {
      await this.remove(spec.id).catch(() => {})
      throw problemIn(error) ?? startFailed(error)
    }
  }

  async list(): Promise<Attempt[]> {
    return this.#reached(async () => {
      const [containers, networks] = await Promise.all([
        this.#docker.listContainers({ all: true, filters: attemptFilter() }),
        this.#docker.listNetworks({ filters: attemptFilter() }),
      ])
      return readAttempts(containers, networks)
    })
  }

  async run(
    attempt: Attempt,
    host: string,
    script: string,
    env: Record<string, string>,
    timeoutMs: number,
  ): Promise<ScriptResult> {
    return this.#reached(() => this.#exec(containerOf(attempt, host), script, env, timeoutMs))
  }

  async markReady(attempt: Attempt): Promise<void> {
    await this.#rename(attempt, 'ready')
    attempt.ready = true
  }

  async prolong(attempt: Attempt, expiresAt: number): Promise<void> {
    await this.#rename(attempt, { expiresAt })
    attempt.expiresAt = expiresAt
  }

  async look(attempt: Attempt, host: string, requests: ProbeRequest[]): Promise<ProbeAnswer[]> {
    return this.#reached(async () => {
      const container = containerOf(attempt, host)
      const { State } = await this.#docker.getContainer(container).inspect()
      if (!State.Running) throw new Problem('host-start-failed', `The host ${host} is not running.`)
      const [seen, ran] = await Promise.all([
        this.#probe.ask(
          container,
          State.Pid,
          requests.filter(({ op }) => op !== 'command'),
        ),
        Promise.all(
          requests.flatMap((request) => (request.op === 'command' ? [this.#command(container, request)] : [])),
        ),
      ])
      return requests.map(({ op }) => (op === 'command' ? ran.shift() : seen.shift()) ?? NO_ANSWER)
    })
  }

  watch(attempt: Attempt, onChange: () => void): () => void {
    let over = false
    const ends: (() => void)[] = []
    for (const { container } of attempt.hosts) {
      void this.#docker
        .getContainer(container)
        .inspect()
        .then(({ State }) => {
          if (!over) ends.push(this.#probe.watch(container, State.Pid, onChange))
        })
        // A host that cannot be seen now tells nothing; rounds go on at their own pace.
        .catch(() => {})
    }
    return () => {
      over = true
      for (const end of ends) end()
    }
  }

  /** The learner's own programs, confined as the learner is. */
  async #command(host: string, { container, run }: Extract<ProbeRequest, { op: 'command' }>): Promise<ProbeAnswer> {
    const script = container ? `exec docker exec ${container} sh -c "$COMMAND"` : run
    const result = await this.#exec(host, script, container ? { COMMAND: run } : {}, COMMAND_TIMEOUT_MS)
    return { op: 'command', ...result }
  }

  shell(attempt: Attempt, host: string, options = { tty: true }): ShellCommand {
    return shellCommand(this.#socket, containerOf(attempt, host), options)
  }

  async room(): Promise<Room> {
    return this.#reached(async () => roomIn(await this.#probe.free()))
  }

  async remove(id: string): Promise<void> {
    await this.#reached(async () => {
      const containers = await this.#docker.listContainers({ all: true, filters: attemptFilter(id) })
      await Promise.all(containers.map(({ Id }) => removed(this.#docker.getContainer(Id))))
      const networks = await this.#docker.listNetworks({ filters: attemptFilter(id) })
      await Promise.all(networks.map(({ Id }) => this.#docker.getNetwork(Id).remove().catch(ignoreGone)))
    })
  }

  async close(): Promise<void> {
    await this.#probe.close()
  }

  /** Generations of which the lab engine has the image. */
  async #engines(): Promise<string[]> {
    const filters = JSON.stringify({ reference: ['patchbay/lab-host'] })
    const images = await this.#reached(() => this.#docker.listImages({ filters }))
    return [
      ...new Set(images.flatMap(({ RepoTags }) => (RepoTags ?? []).flatMap((tag) => engineOfImage(tag) ?? []))),
    ].sort()
  }

  async #createLans(spec: AttemptSpec): Promise<void> {
    const lans = Object.entries(spec.lans)
    await Promise.all(
      lans.map(([lan, { mtu }], index) => this.#docker.createNetwork(lanNetwork(spec, lan, mtu, index))),
    )
  }

  async #createHost(spec: AttemptSpec, host: string): Promise<void> {
    const [first, ...others] = spec.hosts[host]?.lans ?? []
    const network = (await this.#docker.getNetwork(`${spec.id}-${first}`).inspect()) as Docker.NetworkInspectInfo
    const resolver = network.IPAM?.Config?.[0]?.Gateway ?? ''
    const container = await this.#docker.createContainer(hostContainer(spec, host, resolver))
    for (const lan of others) await this.#docker.getNetwork(`${spec.id}-${lan}`).connect({ Container: container.id })
    await container.start()
  }

  /** A host tells by a line of its log that its engine answers; the log ends when the host does. */
  async #untilEngineAnswers(host: AttemptHost): Promise<void> {
    const log = await this.#docker.getContainer(host.container).logs({ follow: true, stdout: true, stderr: true })
    const late = setTimeout(() => (log as Readable).destroy(), START_TIMEOUT_MS)
    const said = await this.#untilSaid(log as Readable, ENGINE_ANSWERS).finally(() => {
      clearTimeout(late)
      ;(log as Readable).destroy()
    })
    if (!said.includes(ENGINE_ANSWERS)) {
      throw new Problem(
        'host-start-failed',
        `The host ${host.name} ended or was not ready within ${START_TIMEOUT_MS / 1000} s: ${said.trim().slice(-500)}`,
      )
    }
  }

  /** What a stream of two outputs says until the wanted text, or its end. */
  async #untilSaid(stream: Readable, wanted: string): Promise<string> {
    const output = new PassThrough()
    this.#docker.modem.demuxStream(stream, output, output)
    let text = ''
    await new Promise<void>((resolve) => {
      output.on('data', (chunk) => {
        text += chunk
        if (text.includes(wanted)) resolve()
      })
      stream.on('close', resolve)
    })
    return text
  }

  async #rename({ spec, hosts }: Attempt, state: Parameters<typeof hostName>[2]): Promise<void> {
    await this.#reached(async () => {
      for (const { name, container } of hosts) {
        await this.#docker.getContainer(container).rename({ name: hostName(spec, name, state) })
      }
    })
  }

  async #find(id: string): Promise<Attempt> {
    const found = (await this.list()).find(({ spec }) => spec.id === id)
    if (!found) throw new Problem('attempt-unknown', `There is no attempt ${id} on the lab engine.`)
    return found
  }

  /** Tried again where the container runtime itself could not start the script: nothing of it has run then. */
  async #exec(container: string, stdin: string, env: Record<string, string>, timeoutMs: number): Promise<ScriptResult> {
    for (let left = EXEC_TRIES; ; ) {
      const result = await this.#execOnce(container, stdin, env, timeoutMs)
      if (result.code !== NOT_STARTED || !result.output.startsWith('OCI runtime exec failed') || --left === 0)
        return result
    }
  }

  async #execOnce(
    container: string,
    stdin: string,
    env: Record<string, string>,
    timeoutMs: number,
  ): Promise<ScriptResult> {
    const seconds = String(Math.ceil(timeoutMs / 1000))
    const exec = await this.#docker.getContainer(container).exec({
      Cmd: ['timeout', '-k', '1', seconds, 'bash', '-s'],
      Env: ['HOME=/root', 'LANG=C.UTF-8', ...Object.entries(env).map(([name, value]) => `${name}=${value}`)],
      WorkingDir: '/root',
      AttachStdin: true,
      AttachStdout: true,
      AttachStderr: true,
    })
    const began = performance.now()
    const stream = await exec.start({ hijack: true, stdin: true })
    const output = new PassThrough()
    let text = ''
    output.on('data', (chunk) => {
      text = `${text}${chunk}`.slice(-OUTPUT_BYTES)
    })
    this.#docker.modem.demuxStream(stream, output, output)
    await new Promise<void>((resolve, reject) => {
      stream.on('end', resolve)
      stream.on('close', resolve)
      stream.on('error', reject)
      stream.end(stdin)
    })
    // The last of the output is on its way through yet.
    output.end()
    await finished(output)
    const ExitCode = await exitCodeOf(exec)
    // 124 and 137 are what timeout(1) ends with after it had to end the script; killed for memory it is 137 too, but sooner.
    const cutOff = (ExitCode === 124 || ExitCode === 137) && performance.now() - began >= timeoutMs
    return { code: cutOff ? null : ExitCode, output: text }
  }

  /** Faults of the connection become a Problem with the remedy. */
  async #reached<T>(act: () => Promise<T>): Promise<T> {
    return act().catch((error) => {
      if (error.statusCode === 404)
        throw new Problem('attempt-unknown', 'The host of this lab is gone.', { cause: error })
      throw problemIn(error) ?? error
    })
  }
}

/** The engine may end a script's output a moment before it knows how the script ended; null if it does not come to know. */
async function exitCodeOf(exec: Docker.Exec): Promise<number | null> {
  for (const end = performance.now() + EXIT_KNOWN_MS; performance.now() < end; await pause(20)) {
    const { Running, ExitCode } = await exec.inspect()
    if (!Running) return ExitCode
  }
  return null
}

function containerOf(attempt: Attempt, host: string): string {
  const found = attempt.hosts.find(({ name }) => name === host)
  if (!found)
    throw new Problem(
      'host-unknown',
      `This lab has no host ${host}; it has ${attempt.hosts.map(({ name }) => name).join(', ')}.`,
    )
  return found.container
}

/** The Problem that it is, or that a fault of the connection means. */
function problemIn(error: unknown): Problem | undefined {
  if (error instanceof Problem) return error
  const { code = '' } = error as { code?: string }
  return ['ENOENT', 'ECONNREFUSED', 'ECONNRESET', 'EACCES'].includes(code) ? unreachable(error) : undefined
}

const unreachable = (cause: unknown) =>
  new Problem('engine-unreachable', `The lab engine does not answer: ${(cause as Error).message}.`, { cause })

const startFailed = (cause: unknown) =>
  new Problem('host-start-failed', `The lab host did not start: ${(cause as Error).message}.`, { cause })

/** Removes a container; where its removal is under way already, waits for the end of that. */
async function removed(container: Docker.Container): Promise<void> {
  await container.remove({ force: true, v: true }).catch(async (error) => {
    if (error.statusCode !== 409) return ignoreGone(error)
    await container.wait({ condition: 'removed' }).catch(ignoreGone)
  })
}

function ignoreGone(error: { statusCode?: number }): void {
  if (error.statusCode !== 404) throw error
}
