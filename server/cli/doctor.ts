import { constants } from 'node:fs'
import { access, stat, statfs } from 'node:fs/promises'
import { createServer } from 'node:net'
import { dirname } from 'node:path'
import { dockerTrouble } from '../../setup/docker.mjs'
import { generationIsBuilt, generationTrouble, otherGenerations } from '../../setup/generations.mjs'
import { engineImage, imagesAreBuilt } from '../../setup/images.mjs'
import { engineIsReady, engineName, engineSocket } from '../../setup/lab-engine.mjs'
import { data } from '../../setup/paths.mjs'
import { siteIsBuilt } from '../../setup/site.mjs'
import { loadCatalog } from '../catalog/index.ts'
import { type Attempt, DockerLabHosts, isCommandLines } from '../lab-host/index.ts'
import { kernelFeatures } from '../protocol/index.ts'
import { engineFacts, type Leftover, leftoversIn } from './leftovers.ts'
import { print } from './output.ts'
import { labsFolder } from './workshop.ts'

interface Finding {
  name: string
  /** `missing`: `npm start` brings it by itself. */
  state: 'ok' | 'missing' | 'bad'
  found: string
  /** Empty when all is well. */
  remedy: string
}

const ok = (name: string, found: string): Finding => ({ name, state: 'ok', found, remedy: '' })
const missing = (name: string, found: string, remedy = 'npm start brings it.'): Finding => ({
  name,
  state: 'missing',
  found,
  remedy,
})
const bad = (name: string, found: string, remedy: string): Finding => ({ name, state: 'bad', found, remedy })

/** Tells what this machine has and lacks, and what earlier runs left behind. Changes nothing. */
export async function doctor({ json }: { json?: boolean }): Promise<boolean> {
  const findings = [
    ok('Node', process.version),
    await docker(),
    await images(),
    await labEngine(),
    await otherEngines(),
    await kernel(),
    await memory(),
    await disk(),
    await dataFolder(),
    await port(),
    await labs(),
    site(),
  ]
  const orphans = (await engineIsReady()) ? [...(await lostAttempts()), ...(await leftovers())] : []
  const canRun = findings.every(({ state }) => state !== 'bad')
  const mark = { ok: '✓', missing: '·', bad: '✗' }
  const lines = findings.map(
    ({ name, state, found, remedy }) =>
      `${mark[state]} ${name.padEnd(14)} ${found}${remedy ? `\n  ${' '.repeat(14)} → ${remedy}` : ''}`,
  )
  const left = orphans.map(
    ({ id, lab, why, remedy }) =>
      `✗ orphan         ${id}${lab && ` (${lab})`}: ${why}\n  ${' '.repeat(14)} → ${remedy}`,
  )
  print(
    json,
    { canRun, findings, orphans },
    [...lines, ...left, canRun ? 'The product can run here.' : 'The product cannot run here yet.'].join('\n'),
  )
  return canRun
}

async function docker(): Promise<Finding> {
  const trouble: string | undefined = await dockerTrouble()
  if (!trouble) return ok('Docker engine', 'answers')
  if (/permission denied/i.test(trouble))
    return bad(
      'Docker engine',
      'this user may not use it',
      'sudo usermod -aG docker "$USER", then sign out and in again',
    )
  const installs =
    process.getuid?.() === 0 &&
    (await access('/etc/debian_version').then(
      () => true,
      () => false,
    ))
  return installs
    ? missing('Docker engine', 'none answers')
    : bad('Docker engine', 'none answers', 'Install Docker Engine 20.10 or newer and start it.')
}

async function images(): Promise<Finding> {
  return (await imagesAreBuilt()) ? ok('Images', engineImage()) : missing('Images', 'not built')
}

async function labEngine(): Promise<Finding> {
  return (await engineIsReady()) ? ok('Lab engine', engineName) : missing('Lab engine', 'not running')
}

/** Generations of the Docker engine beside the usual one; none of them is needed to run. */
async function otherEngines(): Promise<Finding> {
  const found = await Promise.all(
    otherGenerations.map(async (generation) => {
      if (await generationIsBuilt(generation)) return { text: `${generation} built`, there: true }
      const trouble: string = generationTrouble(generation)
      return {
        text: trouble ? `${generation} could not be built (${trouble})` : `${generation} not built`,
        there: false,
      }
    }),
  )
  const text = found.map((one) => one.text).join(', ')
  if (found.every(({ there }) => there)) return ok('Other engines', text)
  return missing('Other engines', text, 'npm run images -- --engine all; only labs that ask for them need it.')
}

/** Features that some labs require of the kernel; a lab whose feature is missing is not available, the others are. */
async function kernel(): Promise<Finding> {
  const name = 'Kernel'
  if (!(await engineIsReady())) return missing(name, 'features are tried once the lab engine runs')
  const hosts = new DockerLabHosts(process.env.PATCHBAY_ENGINE ?? engineSocket)
  const { lacking } = await hosts.offer()
  const there = kernelFeatures.filter((feature) => lacking[feature] === undefined)
  const text = [
    `for labs: ${there.join(', ') || 'none of the optional features'}`,
    ...kernelFeatures.flatMap((feature) => (lacking[feature] ? `no ${feature} (${lacking[feature]})` : [])),
  ].join('; ')
  if (there.length === kernelFeatures.length) return ok(name, text)
  const remedy =
    'Another kernel, with these as modules that user namespaces may use; labs that require them are not available here.'
  return missing(name, text, remedy)
}

async function memory(): Promise<Finding> {
  const { freemem } = await import('node:os')
  const gib = freemem() / 2 ** 30
  const text = `${gib.toFixed(1)} GiB free`
  return gib >= 1 ? ok('Memory', text) : bad('Memory', text, 'A lab host needs up to 1 GiB; free some memory.')
}

async function disk(): Promise<Finding> {
  const { bavail, bsize } = await statfs(await existing(data))
  const gib = (bavail * bsize) / 2 ** 30
  const text = `${gib.toFixed(1)} GiB free`
  const needed = (await imagesAreBuilt()) ? 1 : 6
  return gib >= needed
    ? ok('Disk', text)
    : bad('Disk', text, `${needed} GiB are needed; docker system df shows what Docker holds.`)
}

async function dataFolder(): Promise<Finding> {
  const place = await existing(data)
  const writable = await access(place, constants.W_OK).then(
    () => true,
    () => false,
  )
  if (writable && (await stat(place)).isDirectory()) return ok('Data folder', data)
  const remedy = 'Give this user the folder, or name another in PATCHBAY_DATA.'
  return bad('Data folder', `${place} is not a folder that this user can write to`, remedy)
}

/** The path, or the nearest one above it that is there. */
async function existing(path: string): Promise<string> {
  return access(path).then(
    () => path,
    () => existing(dirname(path)),
  )
}

async function port(): Promise<Finding> {
  const number = Number(process.env.PORT ?? 4321)
  return new Promise((resolve) => {
    const server = createServer()
    server.once('error', () =>
      resolve({
        ...ok('Port', `${number} is in use`),
        remedy: `A server runs already? Else: PORT=${number + 1} npm start`,
      }),
    )
    server.listen(number, 'localhost', () => server.close(() => resolve(ok('Port', `${number} is free`))))
  })
}

async function labs(): Promise<Finding> {
  const { labs, mistakes } = await loadCatalog(labsFolder)
  if (mistakes.length > 0) return bad('Labs', `${mistakes.length} mistakes`, 'npx patchbay lab validate')
  return ok('Labs', `${labs.length} without mistakes`)
}

function site(): Finding {
  return siteIsBuilt() ? ok('Site', 'built') : missing('Site', 'not built, or older than its sources')
}

/** Of an attempt, or of no lab at all. */
interface Orphan {
  kind: 'attempt' | Leftover['kind']
  id: string
  /** Empty where it belongs to none. */
  lab: string
  why: string
  remedy: string
}

const socket = () => process.env.PATCHBAY_ENGINE ?? engineSocket

/** Attempts on the lab engine that nobody can go on with. */
async function lostAttempts(): Promise<Orphan[]> {
  const attempts = await new DockerLabHosts(socket()).list()
  const why = ({ spec, hosts: machines, ready, expiresAt }: Attempt) => {
    if (machines.some(({ running }) => !running)) return 'its host has ended'
    if (expiresAt < Date.now()) return 'its time is over'
    return ready || isCommandLines(spec) ? undefined : 'its setup was never finished'
  }
  return attempts.flatMap((attempt) => {
    const reason = why(attempt)
    if (!reason) return []
    const { id, lab } = attempt.spec
    const remedy = isCommandLines(attempt.spec) ? `npx patchbay lab stop ${lab}` : 'npm start removes it.'
    return [{ kind: 'attempt', id, lab, why: reason, remedy }]
  })
}

async function leftovers(): Promise<Orphan[]> {
  const remedy = 'npx patchbay remove ends the lab engine with everything in it; the next start makes it anew.'
  const why = (kind: Leftover['kind']) => `a ${kind} that belongs to no lab`
  return leftoversIn(await engineFacts(socket())).map(({ kind, id }) => ({ kind, id, lab: '', why: why(kind), remedy }))
}
