import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { promisify } from 'node:util'
import type { ProbeRequest } from '../../../server/lab-host/driver.ts'
import type { Attempt, LabHosts } from '../../../server/lab-host/index.ts'
import { docker, socket } from '../lab.ts'

const folder = import.meta.dirname
const read = (name: string) => readFileSync(join(folder, name), 'utf8')
const PORT = 9471

/** How an escape shows. `said`: the kernel allowed what it must not; all others are looked for outside the lab. */
export type Sign = 'said' | 'secret' | 'engine' | 'neighbour' | 'victim' | 'file'

/** One script of this folder, and what its header says. */
export interface EscapeAttempt {
  name: string
  category: string
  /** What it would mean if it came to something. */
  meaning: string
  signs: Sign[]
  /** What the probe is asked when the script has run, as the grader would. */
  asks: string
  /** `planted` where no weaker host can let it succeed: then the sign itself is put there. */
  control: 'open' | 'planted'
  script: string
}

export function escapeAttempts(): EscapeAttempt[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.sh') && name !== 'lib.sh')
  return names.map((file) => {
    const script = read(file)
    const header = (field: string) => new RegExp(`^# ${field}: (.+)$`, 'm').exec(script)?.[1] ?? ''
    return {
      name: basename(file, '.sh'),
      category: header('Category'),
      meaning: header('Escape'),
      signs: header('Sign').split(' ') as Sign[],
      asks: header('Asks'),
      control: header('Control') === 'planted' ? 'planted' : 'open',
      script,
    }
  })
}

/**
 * What an escape would find or leave outside: a secret in a file, in the environment of processes and behind ports of the
 * engine and of another lab; processes to kill; ears for packets. And the open host: the same programs without isolation, to
 * show that the signs are noticed.
 */
export class Outside {
  readonly #secret = `secret${randomBytes(8).toString('hex')}`
  readonly #id = `escape-${randomBytes(4).toString('hex')}`
  readonly #hosts: LabHosts
  readonly #neighbour: Attempt
  #neighbourPid = ''

  constructor(hosts: LabHosts, neighbour: Attempt) {
    this.#hosts = hosts
    this.#neighbour = neighbour
  }

  get #folder(): string {
    return `/run/${this.#id}`
  }

  /** One process outside for each token, for the taking. */
  async open(tokens: string[]): Promise<void> {
    const listener = `cat > /root/neighbour.py <<'PYTHON'\n${read('neighbour.py')}\nPYTHON
      setsid python3 /root/neighbour.py ${this.#secret} ${PORT} >/root/neighbour.log 2>&1 </dev/null &
      until [ -e /root/heard ]; do sleep 0.05; done`
    const { code, output } = await this.#hosts.run(this.#neighbour, 'host-1', listener, {}, 20_000)
    if (code !== 0) throw new Error(`The neighbour did not start: ${output}`)
    const [host] = this.#neighbour.hosts
    this.#neighbourPid = await docker('inspect', '--format', '{{.State.Pid}}', host?.container ?? '')
    const shared = ['--volume', `${this.#folder}:${this.#folder}`]
    await docker('run', '--detach', '--name', `${this.#id}-outside`, ...NAMESPACES, ...shared,
      '--volume', '/usr/share/patchbay:/usr/share/patchbay', '--label', `secret=${this.#secret}`, '--entrypoint', 'python3',
      'patchbay/probe', '-c', read('outside.py'), this.#folder, this.#secret, String(PORT)) // biome-ignore format: one option a word
    await docker('run', '--detach', '--name', `${this.#id}-open`, ...NAMESPACES, ...shared,
      '--volume', `${this.#folder}/shared:/usr/share/patchbay/shared:ro`, '--volume', `${this.#folder}:/mnt/planted`,
      '--volume', '/sys/fs/cgroup:/sys/fs/cgroup:rw', '--volume', '/:/outside', '--volume', '/run/patchbay:/run/patchbay',
      '--volume', '/run/patchbay/docker.sock:/run/docker.sock', '--entrypoint', 'sleep', 'patchbay/lab-host', 'infinity') // biome-ignore format: one option a word
    await this.#outside(`echo ${this.#secret} > ${this.#folder}/secret; touch ${this.#folder}/heard ${this.#folder}/release_agent
      for token in ${tokens.join(' ')}; do (SECRET=${this.#secret} exec -a victim-$token sleep 900) </dev/null >/dev/null 2>&1 & done
      until [ -e ${this.#folder}/ready ]; do sleep 0.05; done`)
  }

  async close(): Promise<void> {
    await this.#outside(`pkill -f ^victim-escape; rm -rf ${this.#folder}/*`).catch(() => {})
    await docker('stop', '--time', '5', `${this.#id}-outside`).catch(() => {})
    await docker('rm', '--force', `${this.#id}-outside`, `${this.#id}-open`).catch(() => {})
  }

  /** Runs an attempt on a lab host, and whatever it wants asked of the probe. Everything that came back. */
  async onLabHost(attempt: EscapeAttempt, lab: Attempt, token: string): Promise<string> {
    const env = this.#env(lab, token)
    const run = () => this.#hosts.run(lab, 'host-1', program(attempt), env, 60_000)
    const ask = () => this.#hosts.look(lab, 'host-1', questions(attempt, token))
    const [result, answers] = attempt.asks.startsWith('run')
      ? await Promise.all([run(), repeatedly(ask)])
      : [await run(), await ask()]
    if (result.code === null) throw new Error(`${attempt.name} took longer than its time: ${result.output}`)
    await this.#hosts.run(lab, 'host-1', UNDO, env, 20_000)
    return `${result.output}\n${JSON.stringify(answers)}`
  }

  /** Makes the same attempt where nothing keeps it in. */
  async onOpenHost(attempt: EscapeAttempt, lab: Attempt, token: string): Promise<string> {
    if (attempt.control === 'planted')
      return this.#outside(`touch ${this.#folder}/${token}; cat ${this.#folder}/secret`)
    const env = Object.entries(this.#env(lab, token)).flatMap(([name, value]) => ['--env', `${name}=${value}`])
    const open = `${this.#id}-open`
    const output = await shell(
      ['exec', '--interactive', ...env, '--workdir', '/root', open, 'bash', '-s'],
      program(attempt),
    )
    const asOpen = {
      ...lab,
      hosts: [{ ...lab.hosts[0]!, container: await docker('inspect', '--format', '{{.Id}}', open) }],
    }
    const answers = await this.#hosts.look(asOpen, 'host-1', questions(attempt, token))
    return `${output}\n${JSON.stringify(answers)}`
  }

  /** The signs of an escape under this token, in what came back and outside. */
  async signs(token: string, output: string): Promise<Sign[]> {
    const seen = await this.#outside(`
      grep -qsx ${token} ${this.#folder}/heard && echo engine
      grep -qsx ${token} /proc/${this.#neighbourPid}/root/root/heard && echo neighbour
      pgrep -f '^victim-${token}' >/dev/null || echo victim
      find ${this.#folder} /usr/share/patchbay -name ${token} | grep -q . && echo file; true`)
    const found = seen.split('\n').filter(Boolean) as Sign[]
    if (/^escaped: /m.test(output)) found.push('said')
    if (output.includes(this.#secret)) found.push('secret')
    return found
  }

  /** Whether this sign is there, or comes within so many milliseconds. */
  async showsWithin(ms: number, sign: Sign, token: string, output: string): Promise<boolean> {
    const end = performance.now() + ms
    for (;;) {
      if ((await this.signs(token, output)).includes(sign)) return true
      if (performance.now() > end) return false
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
  }

  #env(lab: Attempt, token: string): Record<string, string> {
    const [neighbour] = this.#neighbour.hosts
    return {
      TOKEN: token,
      FILE: `${this.#folder}/secret`,
      VICTIM: `victim-${token}`,
      OWN_GATEWAY: lab.lans.lan?.gateway ?? '',
      NEIGHBOUR: neighbour?.addresses.lan ?? '',
      NEIGHBOUR_GATEWAY: this.#neighbour.lans.lan?.gateway ?? '',
      NEIGHBOUR_ID: neighbour?.container ?? '',
      PORT: String(PORT),
    }
  }

  #outside(script: string): Promise<string> {
    return shell(['exec', '--interactive', `${this.#id}-outside`, 'bash', '-s'], script)
  }
}

/**
 * Everything that isolates a lab host, taken away; never privileged in the eyes of the machine. Programs with a set-user-id bit
 * belong to the labs' root there, and would give rights away.
 */
const NAMESPACES = ['--userns', 'host', '--pid', 'host', '--network', 'host', '--cgroupns', 'host', '--cap-add', 'ALL',
  '--security-opt', 'seccomp=unconfined', '--security-opt', 'apparmor=unconfined', '--security-opt', 'systempaths=unconfined', '--security-opt', 'no-new-privileges'] // biome-ignore format: one option a word

/** What an attempt may leave that later ones would trip over. */
const UNDO =
  '[ -e /run/docker.sock.own ] && { rm -f /run/docker.sock; mv /run/docker.sock.own /run/docker.sock; }; rm -f "/root/$TOKEN"'

const program = ({ script }: EscapeAttempt) => `${read('lib.sh')}\n${script}`

function questions({ asks }: EscapeAttempt, token: string): ProbeRequest[] {
  if (asks === 'read') return [{ op: 'read', paths: [`/root/${token}`] }]
  if (asks === 'api') return [{ op: 'api', paths: ['/containers/json'] }]
  if (asks.startsWith('run ')) return [{ op: 'exec', argv: asks.slice(4).split(' ') }]
  return []
}

async function repeatedly<T>(ask: () => Promise<T>): Promise<T[]> {
  const answers: T[] = []
  for (let turn = 0; turn < 10; turn++) answers.push(await ask())
  return answers
}

/** The lab engine's `docker`, with something on its stdin; what it prints, whatever its exit code. */
async function shell(args: string[], stdin: string): Promise<string> {
  const running = promisify(execFile)('docker', ['--host', `unix://${socket}`, ...args], {
    timeout: 90_000,
    maxBuffer: 16 << 20,
  })
  running.child.stdin?.on('error', () => {})
  running.child.stdin?.end(stdin)
  const { stdout, stderr } = await running.catch((error) => error as { stdout: string; stderr: string })
  return `${stdout}${stderr}`
}
