import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { accessSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { engineImage } from '../../setup/images.mjs'
import { root } from '../../setup/paths.mjs'

const run = promisify(execFile)

/** A Docker engine of the tests' own, with a lab engine in it: both may be killed. The machine's own is left alone. */
export class OwnMachine {
  readonly folder = mkdtempSync(join(tmpdir(), 'pbm-'))
  readonly socket = join(this.folder, 'd.sock')
  /** For the programs of this checkout, so that they use this engine and folders of their own. */
  readonly settings = {
    DOCKER_HOST: `unix://${this.socket}`,
    PATCHBAY_DATA: join(this.folder, 'data'),
    PATCHBAY_RUN: join(this.folder, 'run'),
    PATCHBAY_ENGINE: join(this.folder, 'run/engine/docker.sock'),
  }
  #containerd: ChildProcess | undefined
  #dockerd: ChildProcess | undefined

  /** Starts the engine, waits until it answers. */
  async start(): Promise<void> {
    mkdirSync(this.settings.PATCHBAY_RUN, { recursive: true, mode: 0o700 })
    const log = openSync(join(this.folder, 'dockerd.log'), 'a')
    // As on any Debian, containerd is a process of its own, and outlives a dockerd that is killed.
    const containerd = join(this.folder, 'containerd.sock')
    const places = ['--root', join(this.folder, 'containerd'), '--state', join(this.folder, 'shims')]
    this.#containerd ??= spawn('containerd', ['--address', containerd, ...places, '--log-level', 'warn'], {
      stdio: ['ignore', log, log],
    })
    await until(async () => accessSync(containerd), 60_000)
    const flags = { 'data-root': 'root', 'exec-root': 'exec', pidfile: 'pid' }
    const paths = Object.entries(flags).map(([flag, name]) => `--${flag}=${join(this.folder, name)}`)
    const alone = ['--bridge=none', '--iptables=false', '--ip-forward=false', '--userland-proxy=false']
    this.#dockerd = spawn(
      'dockerd',
      ['--host', this.settings.DOCKER_HOST, '--containerd', containerd, ...paths, ...alone],
      {
        stdio: ['ignore', log, log],
      },
    )
    await until(() => this.docker('version'), 60_000)
  }

  /** The engine under the lab engine. */
  async docker(...args: string[]): Promise<string> {
    return (await run('docker', ['--host', this.settings.DOCKER_HOST, ...args])).stdout.trim()
  }

  /** The lab engine. */
  async labs(...args: string[]): Promise<string> {
    return (await run('docker', ['--host', `unix://${this.settings.PATCHBAY_ENGINE}`, ...args])).stdout.trim()
  }

  /** Brings the image here from the machine's engine, where the tests built it, and starts the lab engine. */
  async startLabEngine(): Promise<void> {
    await run('sh', [
      '-ec',
      'docker save "$1" | docker --host "$2" load',
      'load',
      engineImage(),
      this.settings.DOCKER_HOST,
    ])
    const script = `const { startLabEngine } = await import('${root}/setup/lab-engine.mjs'); await startLabEngine(() => {})`
    await run(process.execPath, ['--input-type=module', '-e', script], { env: { ...process.env, ...this.settings } })
  }

  get labEngine(): Promise<string> {
    return this.docker('ps', '--quiet', '--filter', 'label=patchbay.instance')
  }

  /** Kills the lab engine, as a lack of memory would: it comes back by itself. */
  async killLabEngine(): Promise<void> {
    const container = await this.labEngine
    const pid = Number(await this.docker('inspect', '--format', '{{.State.Pid}}', container))
    process.kill(pid, 'SIGKILL')
    await until(async () => {
      const now = Number(await this.docker('inspect', '--format', '{{.State.Pid}}', container))
      if (now === pid || now === 0) throw new Error('not back yet')
    }, 60_000)
    await until(() => this.labs('version'), 120_000)
  }

  /** Kills the engine itself, and starts it again. */
  async killAndRestart(): Promise<void> {
    const ended = once(this.#dockerd!, 'exit')
    this.#dockerd!.kill('SIGKILL')
    await ended
    await this.start()
    await until(async () => {
      if ((await this.labEngine) === '') throw new Error('not back yet')
    }, 60_000)
    await until(() => this.labs('version'), 120_000)
  }

  /** What `npx patchbay doctor` finds that belongs to nobody. */
  async orphans(): Promise<unknown[]> {
    const doctor = [join(root, 'server/cli/main.ts'), 'doctor', '--json']
    const { stdout } = await run(process.execPath, doctor, { env: { ...process.env, ...this.settings } })
    return JSON.parse(stdout).orphans
  }

  async remove(): Promise<void> {
    const all = await this.docker('ps', '--all', '--quiet').catch(() => '')
    for (const id of all.split('\n').filter(Boolean))
      await this.docker('rm', '--force', '--volumes', id).catch(() => '')
    for (const process of [this.#dockerd, this.#containerd]) {
      if (!process || process.exitCode !== null) continue
      const ended = once(process, 'exit')
      process.kill('SIGTERM')
      await ended
    }
    for (const mount of mountsBelow(this.folder)) await run('umount', ['--lazy', mount]).catch(() => {})
    rmSync(this.folder, { recursive: true, force: true })
  }
}

/** The innermost first. */
const mountsBelow = (folder: string) =>
  readFileSync('/proc/self/mounts', 'utf8')
    .split('\n')
    .map((line) => line.split(' ')[1] ?? '')
    .filter((path) => path.startsWith(`${folder}/`))
    .reverse()

async function until(act: () => Promise<unknown>, withinMs: number): Promise<void> {
  const end = performance.now() + withinMs
  for (;;) {
    try {
      return void (await act())
    } catch (error) {
      if (performance.now() > end) throw error
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }
}
