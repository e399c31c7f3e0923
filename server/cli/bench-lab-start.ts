import { spawn } from 'node-pty'
import { newSpec, playScript, WarmPool } from '../attempt/index.ts'
import { type Bench, rowOf } from '../bench/index.ts'
import type { Lab } from '../catalog/index.ts'
import type { Attempt, LabHosts } from '../lab-host/index.ts'
import { labDocker } from './bench-engine.ts'
import { labNamed, withHosts } from './workshop.ts'

const ROUNDS = 10
const LIFE_MS = 10 * 60_000
const PROMPT_TIMEOUT_MS = 30_000

/** To a prompt, cold and warm, in turns with the floor: a bare start of a trivial container and one of a bare dockerd. */
export const benchLabStart: Bench = async (say) => {
  const lab = await labNamed('names-that-resolve')
  return withHosts(async (hosts) => {
    const cold: number[] = []
    const setup: number[] = []
    const warm: number[] = []
    const floor: number[] = []
    for (let n = 0; n < ROUNDS; n++) {
      say(`round ${n + 1} of ${ROUNDS}`)
      floor.push((await bareContainer()) + (await bareEngine()))
      const one = await startCold(hosts, lab)
      cold.push(one.cold)
      setup.push(one.setup)
      warm.push(await startWarm(hosts, lab))
    }
    return [rowOf('cold', cold), rowOf('setup', setup), rowOf('warm', warm), rowOf('floor', floor)]
  })
}

async function startCold(hosts: LabHosts, lab: Lab): Promise<{ cold: number; setup: number }> {
  const spec = newSpec(lab, { owner: 'cli:bench', expiresAt: Date.now() + LIFE_MS, seed: 1 })
  try {
    const start = performance.now()
    const attempt = await hosts.create(spec, () => {})
    await prompt(hosts, attempt)
    const prompted = performance.now()
    const { outcome } = await playScript(hosts, lab, attempt, lab.setup)
    if (outcome !== 'done') throw new Error('setup.sh did not end well')
    return { cold: prompted - start, setup: performance.now() - prompted }
  } finally {
    await hosts.remove(spec.id)
  }
}

/** Milliseconds until a prompt on a lab whose setup was done before, as the server takes one over. */
async function startWarm(hosts: LabHosts, lab: Lab): Promise<number> {
  const log = { warn: () => {} }
  const pool = new WarmPool({ hosts, labs: [lab], size: 1, totalMinutes: 10, log, owner: 'cli:bench', free: () => 1 })
  await pool.tend()
  const start = performance.now()
  const attempt = pool.take(lab.id)
  if (!attempt) throw new Error('the lab could not be prepared')
  try {
    await hosts.prolong(attempt, Date.now() + LIFE_MS)
    await prompt(hosts, attempt)
    return performance.now() - start
  } finally {
    await hosts.remove(attempt.spec.id)
  }
}

/** Resolves once a login shell on the first host shows its prompt. */
async function prompt(hosts: LabHosts, attempt: Attempt): Promise<void> {
  const host = attempt.hosts[0]!.name
  const { file, args } = hosts.shell(attempt, host)
  const shell = spawn(file, args, { cols: 80, rows: 24 })
  try {
    await new Promise<void>((resolve, reject) => {
      setTimeout(() => reject(new Error(`no prompt after ${PROMPT_TIMEOUT_MS / 1000} s`)), PROMPT_TIMEOUT_MS).unref()
      let shown = ''
      shell.onData((text) => {
        shown += text
        if (shown.includes(`root@${host}`)) resolve()
      })
      shell.onExit(() => reject(new Error(`the shell ended: ${shown}`)))
    })
  } finally {
    shell.kill()
  }
}

/** Milliseconds from the request to a running container that does nothing. */
async function bareContainer(): Promise<number> {
  const start = performance.now()
  const container = await labDocker('run', '--detach', '--network', 'none', '--entrypoint', 'sleep', IMAGE, '60')
  const ms = performance.now() - start
  await labDocker('rm', '--force', container)
  return ms
}

/** Milliseconds from the start of a dockerd that has nothing to its first answer, as a lab host would run it. */
async function bareEngine(): Promise<number> {
  const place = ['--runtime', 'lab', '--cap-add', 'ALL', '--security-opt', 'apparmor=unconfined', '--network', 'none']
  const script = `start=$(date +%s%N); dockerd >/dev/null 2>&1 &
    until curl -s --unix-socket /var/run/docker.sock http://docker/_ping >/dev/null; do sleep 0.01; done
    echo $(( ($(date +%s%N) - start) / 1000 ))`
  const disk = ['--tmpfs', '/var/lib/docker:size=512m,exec']
  return Number(await labDocker('run', '--rm', ...place, ...disk, '--entrypoint', 'bash', IMAGE, '-c', script)) / 1000
}

const IMAGE = 'patchbay/lab-host'
