// Builds the images: a plain Debian, then every stage of labs/images/Dockerfile, then the engine with all of them inside.
import { chmodSync, cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fingerprint } from './fingerprint.mjs'
import { data, root } from './paths.mjs'
import { run, succeeds } from './run.mjs'

/** The Debian of the lab engine, the probe and the usual lab host. */
const usualSuite = 'trixie'
/** What learners run; the names they type. */
const learnerImages = ['tools', 'web', 'redis', 'postgres', 'api']

/** The engine image that belongs to this checkout's labs/images. */
export const engineImage = () => `patchbay/engine:${fingerprint('labs/images')}`

const exists = (image) => succeeds('docker', ['image', 'inspect', image])

/** A plain Debian: from a registry where one answers, by debootstrap where none does. */
export async function baseImage(onLine, suite = usualSuite) {
  const image = `patchbay/base:${suite}`
  if (await exists(image)) return image
  const official = `debian:${suite}-slim`
  onLine(`asking for ${official}`)
  if ((await exists(official)) || (await succeeds('timeout', ['60', 'docker', 'pull', '-q', official]))) {
    await run('docker', ['tag', official, image])
    return image
  }
  await provideDebootstrap(onLine)
  const folder = await emptyFolder(`base-${suite}`)
  try {
    await run('debootstrap', ['--variant=minbase', suite, folder], { onLine })
    // A mirror that is a snapshot is past the date in its release file; what that file signs is checked all the same.
    writeFileSync(join(folder, 'etc/apt/apt.conf.d/snapshot'), 'Acquire::Check-Valid-Until "false";\n')
    onLine('importing')
    await run('sh', ['-c', `tar -C "$1" -c . | docker import - "$2"`, 'import', folder, image])
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  return image
}

export async function provideDebootstrap(onLine) {
  if (await succeeds('sh', ['-c', 'command -v debootstrap'])) return
  if (process.getuid?.() !== 0 || !(await succeeds('sh', ['-c', 'command -v apt-get']))) {
    throw new Error(
      'No image registry answers and debootstrap is not installed.\nInstall it (Debian, Ubuntu: apt-get install debootstrap) and run this as root, or give this machine a registry.',
    )
  }
  onLine('installing debootstrap')
  await run('apt-get', ['update', '-qq'])
  await run('apt-get', ['install', '-y', '-qq', 'debootstrap'], { env: { DEBIAN_FRONTEND: 'noninteractive' } })
}

/** A folder to build in. What an interrupted build left in it goes, and with it what debootstrap had mounted. */
export async function emptyFolder(name) {
  const folder = join(data, 'build', name)
  for (const mount of ['proc', 'sys'])
    await run('umount', ['--recursive', join(folder, mount)], { quiet: true }).catch(() => {})
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true })
  return folder
}

/** The tag on this machine's engine, which may have a `redis` of its own. */
const ownTag = (name) => `patchbay/learner-${name}`

/** Gives the images in an archive the names that learners type. */
async function rename(archive) {
  const script = `cd "$(mktemp -d)" && tar -xf "$1" && sed -i "s#$2##g" $(ls manifest.json repositories index.json 2>/dev/null) && tar -cf "$1" * && rm -rf "$PWD"`
  await run('bash', ['-euc', script, 'rename', archive, ownTag('')])
}

export async function buildImages(onLine) {
  const from = await baseImage(onLine)
  const context = await emptyFolder('images')
  try {
    cpSync(join(root, 'labs/images'), context, { recursive: true })
    mkdirSync(join(context, 'archives'))
    const build = async (target, tag) => {
      onLine(target)
      const args = [
        'build',
        '--network',
        'host',
        '--build-arg',
        `BASE=${from}`,
        '--target',
        target,
        '--tag',
        tag,
        context,
      ]
      await run('docker', args, { onLine: (line) => /^(Step|#\d+ \[)/.test(line) && onLine(`${target}: ${line}`) })
      return tag
    }
    const hosts = [await build('lab-host', 'patchbay/lab-host'), await build('probe', 'patchbay/probe')]
    for (const name of learnerImages) await build(name, ownTag(name))
    const save = async (archive, images) => {
      onLine(`saving ${archive}`)
      const file = join(context, 'archives', archive)
      // Of a name alone, the images of all its tags would be saved.
      const latest = images.map((image) => `${image}:latest`)
      await run('docker', ['save', '--output', file, ...latest])
      const ids = await run('docker', ['image', 'inspect', '--format', '{{.Id}}', ...images])
      chmodSync(file, 0o644)
      writeFileSync(`${file}.sum`, ids)
      return file
    }
    await save('hosts.tar', hosts)
    await rename(await save('learner.tar', learnerImages.map(ownTag)))
    await build('engine', engineImage())
  } finally {
    rmSync(context, { recursive: true, force: true })
  }
}

export const imagesAreBuilt = () => exists(engineImage())
