// A Docker engine on this machine: the one that answers, or Debian's own.
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, openSync, readFileSync, statfsSync } from 'node:fs'
import { join } from 'node:path'
import { data } from './paths.mjs'
import { run, succeeds } from './run.mjs'

/** Images, their archives and the labs' own engine. */
const NEEDED_GIB = 6

export const dockerAnswers = () => succeeds('docker', ['version'])

/** Why the engine cannot be used, in words with a remedy; undefined when it can. */
export async function dockerTrouble() {
  if (!(await succeeds('sh', ['-c', 'command -v docker']))) return 'no docker command'
  return run('docker', ['version'], { quiet: true }).then(
    () => undefined,
    (error) => error.message,
  )
}

export async function provideDocker(onLine) {
  const trouble = await dockerTrouble()
  if (!trouble) return
  if (/permission denied/i.test(trouble)) {
    throw new Error(
      'A Docker engine is there, but this user may not use it.\nRun this, sign out and in again, then start once more:\n\n  sudo usermod -aG docker "$USER"\n',
    )
  }
  if (process.env.DOCKER_HOST) {
    throw new Error(
      `No Docker engine answers at DOCKER_HOST=${process.env.DOCKER_HOST}.\nStart that engine, or unset DOCKER_HOST to use this machine's own.`,
    )
  }
  if (!(await succeeds('sh', ['-c', 'command -v dockerd']))) await installDocker(onLine)
  await startDocker(onLine)
}

async function installDocker(onLine) {
  const release = existsSync('/etc/os-release') ? readFileSync('/etc/os-release', 'utf8') : ''
  const debian = /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(release)
  if (!debian || process.getuid?.() !== 0) {
    const commands = debian
      ? '  sudo apt-get update\n  sudo apt-get install -y docker.io iptables\n  sudo usermod -aG docker "$USER"   # then sign out and in again'
      : '  Install Docker Engine 20.10 or newer (https://docs.docker.com/engine/install/) and start it.'
    throw new Error(`No Docker engine answers on this machine. Run:\n\n${commands}\n\nthen start once more.`)
  }
  await run('apt-get', ['update', '-qq'])
  const packages = ['docker.io', 'iptables']
  if (await succeeds('sh', ['-c', 'apt-cache show docker-cli | grep -q ^Package'])) packages.push('docker-cli')
  process.stderr.write(`\nNo Docker engine answers; installing from Debian's packages: ${packages.join(', ')}\n`)
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], {
    env: { DEBIAN_FRONTEND: 'noninteractive' },
    onLine,
  })
}

async function startDocker(onLine) {
  onLine('starting the engine')
  if (process.getuid?.() !== 0)
    throw new Error('The Docker engine is installed but not running. Run:\n\n  sudo systemctl start docker\n')
  if (existsSync('/run/systemd/system')) await run('systemctl', ['start', 'docker'])
  else {
    mkdirSync(data, { recursive: true })
    const log = openSync(join(data, 'dockerd.log'), 'a')
    spawn('dockerd', [], { detached: true, stdio: ['ignore', log, log] }).unref()
  }
  for (let tries = 0; tries < 120; tries++) {
    if (await dockerAnswers()) return
    await new Promise((resolve) => setTimeout(resolve, 250))
  }
  throw new Error(
    `The Docker engine was started but gave no answer within 30 s. Its log: ${join(data, 'dockerd.log')} or journalctl -u docker`,
  )
}

/** Throws when the disk of the engine has too little room for the images. */
export async function requireRoom() {
  const folder = (await run('docker', ['info', '--format', '{{.DockerRootDir}}'], { quiet: true })).trim()
  if (!existsSync(folder)) return
  const { bavail, bsize } = statfsSync(folder)
  const free = (bavail * bsize) / 2 ** 30
  if (free < NEEDED_GIB) {
    throw new Error(
      `${folder} has ${free.toFixed(1)} GiB free; the images need ${NEEDED_GIB} GiB.\nFree some space (docker system df shows what Docker holds) and start once more.`,
    )
  }
}
