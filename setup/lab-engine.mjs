// The lab engine: one container on the machine's Docker engine, with no network, that holds everybody's lab hosts.
import { existsSync, lstatSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { engineImage } from './images.mjs'
import { instance, runtime } from './paths.mjs'
import { run } from './run.mjs'

export const engineName = `patchbay-engine-${instance}`
const folder = join(runtime, 'engine')
export const engineSocket = join(folder, 'docker.sock')

/** What an engine inside a container needs; everything else is dropped. Never privileged. */
const capabilities = [
  'AUDIT_WRITE',
  'CHOWN',
  'DAC_OVERRIDE',
  'DAC_READ_SEARCH',
  'FOWNER',
  'FSETID',
  'IPC_LOCK',
  'IPC_OWNER',
  'KILL',
  'MKNOD',
  'NET_ADMIN',
  'NET_BIND_SERVICE',
  'NET_BROADCAST',
  'NET_RAW',
  'SETFCAP',
  'SETGID',
  'SETPCAP',
  'SETUID',
  'SYS_ADMIN',
  'SYS_CHROOT',
  'SYS_NICE',
  'SYS_PTRACE',
]

async function state() {
  const format = '{{.State.Running}} {{.Config.Image}}'
  const text = await run('docker', ['inspect', '--format', format, engineName], { quiet: true }).catch(() => '')
  const [running, image] = text.trim().split(' ')
  return { running: running === 'true', image }
}

export async function engineIsReady() {
  const { running, image } = await state()
  return running && image === engineImage() && existsSync(engineSocket)
}

export async function startLabEngine(onLine) {
  if (await engineIsReady()) return
  const { running, image } = await state()
  ownFolder(runtime)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  if (image === engineImage() && !running) {
    rmSync(engineSocket, { force: true })
    await run('docker', ['start', engineName])
  } else if (!running || image !== engineImage()) {
    await run('docker', ['rm', '--force', engineName], { quiet: true }).catch(() => {})
    rmSync(engineSocket, { force: true })
    await run('docker', [
      'run',
      '--detach',
      '--name',
      engineName,
      // With unless-stopped, an engine underneath that was killed would not bring it back: it stops it itself on its way up.
      '--restart',
      'always',
      '--network',
      'none',
      '--cap-drop',
      'ALL',
      ...capabilities.flatMap((capability) => ['--cap-add', capability]),
      '--security-opt',
      'seccomp=unconfined',
      '--security-opt',
      'apparmor=unconfined',
      '--log-opt',
      'max-size=1m',
      '--label',
      `patchbay.instance=${instance}`,
      '--volume',
      `${engineName}:/var/lib/docker`,
      '--volume',
      `${folder}:/run/patchbay`,
      engineImage(),
    ])
  }
  await untilSocket(onLine)
}

/** Makes the folder of the sockets; refuses one that somebody else made where it was expected. */
function ownFolder(path) {
  mkdirSync(path, { recursive: true, mode: 0o700 })
  const { uid, mode } = lstatSync(path)
  if (uid !== process.getuid?.() || mode & 0o077) {
    throw new Error(
      `${path} belongs to user ${uid} with mode ${(mode & 0o777).toString(8)}; expected a folder of this user with mode 700.\nRemove it, or name another in PATCHBAY_RUN.`,
    )
  }
}

async function untilSocket(onLine) {
  const end = Date.now() + 600_000
  while (!existsSync(engineSocket)) {
    if (!(await state()).running || Date.now() > end) {
      const log = await run('sh', ['-c', 'docker logs --tail 10 "$1" 2>&1', 'log', engineName], { quiet: true })
      throw new Error(`The lab engine did not come up. The last lines of its log:\n${log}`)
    }
    onLine('loading images into it')
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}

/** Ends the lab engine and every lab in it; with `volume`, forgets its images too. */
export async function removeLabEngine({ volume = false } = {}) {
  await run('docker', ['rm', '--force', '--volumes', engineName], { quiet: true }).catch(() => {})
  if (volume) await run('docker', ['volume', 'rm', '--force', engineName], { quiet: true }).catch(() => {})
  rmSync(folder, { recursive: true, force: true })
}
