import { createInterface } from 'node:readline'
import { PassThrough } from 'node:stream'
import type Docker from 'dockerode'
import type { HostConfig } from './blueprint.ts'
import type { ProbeAnswer, ProbeRequest } from './driver.ts'
import type { Free } from './room.ts'

/** A round of looking takes milliseconds; one that takes this long is a fault of the platform. */
const ROUND_TIMEOUT_MS = 10_000

const WATCH_AGAIN_MS = 1000

const CONTAINER = 'patchbay-probe'
const IMAGE = 'patchbay/probe'

/** Asks about the machine, not about a host. */
interface MachineRequest {
  op: 'machine'
}

interface Line {
  ask: (host: string, pid: number, requests: (ProbeRequest | MachineRequest)[]) => Promise<ProbeAnswer[]>
  /** Begins to call back on changes of a host. */
  watch: (number: number, host: string, pid: number, onChange: () => void) => void
  unwatch: (number: number) => void
  close: () => void
  open: boolean
  /** Settles when the line is no longer open. */
  ended: Promise<void>
}

/** The probe: one container on the lab engine, one long-lived exec in it that answers JSON lines. */
export class Probe {
  readonly #docker: Docker
  #line: Promise<Line> | undefined
  #watches = 0

  constructor(docker: Docker) {
    this.#docker = docker
  }

  /** Rejects when the probe cannot be reached or does not answer in time. */
  async ask(host: string, pid: number, requests: ProbeRequest[]): Promise<ProbeAnswer[]> {
    const line = await this.#openLine()
    return line.ask(host, pid, requests)
  }

  /** What is free on the machine. */
  async free(): Promise<Free> {
    const line = await this.#openLine()
    const [answer] = (await line.ask('', 0, [{ op: 'machine' }])) as unknown as [Free | { error: string }]
    if ('error' in answer) throw new Error(`the probe: ${answer.error}`)
    return answer
  }

  /** Calls back on changes of a host until the function returned is called; finds the probe again when it goes. */
  watch(host: string, pid: number, onChange: () => void): () => void {
    const number = this.#watches++
    let over = false
    let line: Line | undefined
    const go = async () => {
      while (!over) {
        line = await this.#openLine().catch(() => undefined)
        if (over) return
        line?.watch(number, host, pid, onChange)
        await line?.ended
        await new Promise((resolve) => setTimeout(resolve, WATCH_AGAIN_MS).unref())
      }
    }
    void go()
    return () => {
      over = true
      line?.unwatch(number)
    }
  }

  async close(): Promise<void> {
    const line = await this.#line?.catch(() => undefined)
    line?.close()
    this.#line = undefined
  }

  async #openLine(): Promise<Line> {
    const present = this.#line
    if ((await present)?.open) return present as Promise<Line>
    // Of several that find the line closed, the first connects.
    if (this.#line === present) this.#line = this.#connect()
    return this.#line as Promise<Line>
  }

  async #connect(): Promise<Line> {
    try {
      const container = await ensureContainer(this.#docker)
      const exec = await container.exec({ Cmd: ['probe'], AttachStdin: true, AttachStdout: true, AttachStderr: true })
      const stream = await exec.start({ hijack: true, stdin: true })
      return openLine(this.#docker, stream)
    } catch (error) {
      this.#line = undefined
      throw error
    }
  }
}

async function ensureContainer(docker: Docker): Promise<Docker.Container> {
  const image = await docker.getImage(IMAGE).inspect()
  const present = docker.getContainer(CONTAINER)
  const state = await present.inspect().catch(() => undefined)
  if (state?.Image === image.Id && state.State.Running) return present
  if (state) await present.remove({ force: true }).catch(() => {})
  const hostConfig: HostConfig = {
    PidMode: 'host',
    NetworkMode: 'host',
    UsernsMode: 'host',
    CgroupnsMode: 'host',
    CapDrop: ['ALL'],
    CapAdd: ['SYS_ADMIN', 'SYS_PTRACE', 'NET_ADMIN', 'NET_RAW', 'DAC_OVERRIDE', 'DAC_READ_SEARCH'],
    SecurityOpt: ['seccomp=unconfined', 'apparmor=unconfined'],
    Binds: ['/sys/fs/cgroup:/sys/fs/cgroup:ro'],
    RestartPolicy: { Name: 'always' },
  }
  const made = await docker
    .createContainer({ name: CONTAINER, Image: IMAGE, Labels: { 'patchbay.role': 'probe' }, HostConfig: hostConfig })
    .catch((error) => {
      // Another process of ours made it in the meantime.
      if (error.statusCode === 409) return present
      throw error
    })
  await made.start().catch((error) => {
    if (error.statusCode !== 304) throw error
  })
  return made
}

function openLine(docker: Docker, stream: NodeJS.ReadWriteStream & { destroy?: () => void }): Line {
  const waiting = new Map<number, { resolve: (answers: ProbeAnswer[]) => void; reject: (error: Error) => void }>()
  const stdout = new PassThrough()
  const stderr = new PassThrough()
  docker.modem.demuxStream(stream, stdout, stderr)
  let complaint = ''
  stderr.on('data', (chunk) => {
    complaint = `${complaint}${chunk}`.slice(-2000)
  })
  let next = 0
  let tellEnd = () => {}
  const watching = new Map<number, () => void>()
  const say = (what: object) => stream.write(`${JSON.stringify(what)}\n`)
  const line: Line = {
    open: true,
    ended: new Promise((resolve) => {
      tellEnd = resolve
    }),
    watch: (number, host, pid, onChange) => {
      watching.set(number, onChange)
      say({ watch: number, host, pid })
    },
    unwatch: (number) => {
      if (watching.delete(number) && line.open) say({ unwatch: number })
    },
    close: () => stream.destroy?.(),
    ask: (host, pid, requests) =>
      new Promise((resolve, reject) => {
        const id = next++
        const timer = setTimeout(() => {
          waiting.delete(id)
          reject(new Error(`the probe gave no answer within ${ROUND_TIMEOUT_MS / 1000} s`))
        }, ROUND_TIMEOUT_MS)
        const settle = <T>(act: (value: T) => void) => {
          return (value: T) => {
            clearTimeout(timer)
            waiting.delete(id)
            act(value)
          }
        }
        waiting.set(id, { resolve: settle(resolve), reject: settle(reject) })
        say({ id, host, pid, requests })
      }),
  }
  createInterface({ input: stdout }).on('line', (text) => {
    const said = JSON.parse(text) as { changed: number } | { id: number; answers: ProbeAnswer[] }
    if ('changed' in said) watching.get(said.changed)?.()
    else waiting.get(said.id)?.resolve(said.answers)
  })
  const end = () => {
    line.open = false
    tellEnd()
    for (const { reject } of [...waiting.values()]) reject(new Error(`the probe ended. ${complaint}`.trim()))
  }
  stream.on('end', end)
  stream.on('close', end)
  stream.on('error', end)
  return line
}
