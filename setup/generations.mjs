// Lab hosts with other generations of the Docker engine: from other releases of Debian, built and loaded when asked for.
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fingerprint } from './fingerprint.mjs'
import { baseImage } from './images.mjs'
import { engineSocket } from './lab-engine.mjs'
import { data, root } from './paths.mjs'
import { run, succeeds } from './run.mjs'

/** The generation that every lab engine holds. */
const usualGeneration = '26'
const suites = { 20: 'bookworm', 28: 'unstable' }
/** The generations beside the usual one. */
export const otherGenerations = Object.keys(suites)

/** What `--engine` means. Throws when it names no generation that is built on demand. */
export function chosenGenerations(word) {
  if (word === 'all') return otherGenerations
  if (otherGenerations.includes(word)) return [word]
  throw new Error(`Found --engine ${word}; expected ${otherGenerations.join(', ')} or all.`)
}

/** The generations beside the usual one that labs of this checkout ask for. */
export function wantedGenerations() {
  const labs = readdirSync(join(root, 'labs'))
    .map((name) => join(root, 'labs', name, 'lab.yaml'))
    .filter((file) => existsSync(file))
    .map((file) => readFileSync(file, 'utf8'))
  return otherGenerations.filter((generation) =>
    labs.some((text) => new RegExp(`\\bengine: *["']${generation}["']`).test(text)),
  )
}

/** On this machine's engine; the lab engine knows it as patchbay/lab-host:<generation>. */
const imageOf = (generation) => `patchbay/lab-host:${generation}-${fingerprint('labs/images')}`
const onLabEngine = (...args) => ['--host', `unix://${engineSocket}`, ...args]
const troubleFile = (generation) => join(data, 'generations', `${generation}.trouble`)

export const generationIsBuilt = (generation) => succeeds('docker', ['image', 'inspect', imageOf(generation)])

/** Why the last try to build it failed, or an empty text. */
export function generationTrouble(generation) {
  const file = troubleFile(generation)
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}

/** Builds a generation where it is missing. Throws with the reason, which `doctor` repeats. */
async function buildGeneration(generation, onLine) {
  if (await generationIsBuilt(generation)) return
  mkdirSync(join(data, 'generations'), { recursive: true })
  try {
    await build(generation, onLine)
    rmSync(troubleFile(generation), { force: true })
  } catch (error) {
    writeFileSync(troubleFile(generation), error.message.split('\n')[0])
    throw error
  }
}

async function build(generation, onLine) {
  const from = await baseImage(onLine, suites[generation])
  const image = imageOf(generation)
  const args = ['--network', 'host', '--build-arg', `BASE=${from}`, '--target', 'lab-host', '--tag', image]
  await run('docker', ['build', ...args, join(root, 'labs/images')], {
    onLine: (line) => /^(Step|#\d+ \[)/.test(line) && onLine(line),
  })
  const found = await run('docker', ['run', '--rm', '--network', 'none', '--entrypoint', 'dockerd', image, '--version'])
  if (!found.includes(`version ${generation}.`)) {
    await run('docker', ['image', 'rm', image], { quiet: true })
    throw new Error(`Debian ${suites[generation]} has ${found.trim()}; expected generation ${generation}`)
  }
}

const idOf = (image, on = (...args) => args) =>
  run('docker', on('image', 'inspect', '--format', '{{.Id}}', image), { quiet: true }).catch(() => '')
const shortName = (generation) => `patchbay/lab-host:${generation}`

/** Whether the lab engine of this data folder has it as this checkout makes it. */
export async function generationIsLoaded(generation) {
  if (generation === usualGeneration) return true
  const present = await idOf(shortName(generation), onLabEngine)
  return present !== '' && present === (await idOf(imageOf(generation), onLabEngine))
}

async function load(generation) {
  const image = imageOf(generation)
  const save = spawn('docker', ['save', image], { stdio: ['ignore', 'pipe', 'inherit'] })
  const load = spawn('docker', onLabEngine('load', '--quiet'), { stdio: ['pipe', 'ignore', 'inherit'] })
  const loaded = new Promise((resolve) => load.on('exit', resolve))
  await pipeline(save.stdout, load.stdin)
  if ((await loaded) !== 0) throw new Error(`The lab engine did not take ${image}.`)
  await run('docker', onLabEngine('tag', image, shortName(generation)))
}

/** Lab hosts of one generation on the lab engine. Throws with the reason. */
export async function provideGeneration(generation, onLine = () => {}) {
  await buildGeneration(generation, onLine)
  onLine('handing it to the lab engine')
  await load(generation)
}
