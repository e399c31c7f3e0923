import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type Lab, loadCatalog } from '../../server/catalog/index.ts'
import { type AttemptSpec, DockerLabHosts } from '../../server/lab-host/index.ts'
import { root } from '../../setup/paths.mjs'

/** The lab engine of the tests. `npm test` brings it up; for a single file, name one of your own. */
export const socket =
  process.env.PATCHBAY_ENGINE ??
  (() => {
    throw new Error("Found no PATCHBAY_ENGINE; expected the path of a lab engine's socket. `npm test` gives one.")
  })()

export const newLabHosts = () => new DockerLabHosts(socket)

export async function allLabs(): Promise<Lab[]> {
  const { labs, mistakes } = await loadCatalog(join(root, 'labs'))
  if (mistakes.length > 0) throw new Error(`The labs have mistakes: ${JSON.stringify(mistakes)}`)
  return labs
}

export async function labNamed(id: string): Promise<Lab> {
  const lab = (await allLabs()).find((one) => one.id === id)
  if (!lab) throw new Error(`There is no lab ${id}.`)
  return lab
}

/** One host on one LAN, owned by the command line, so that no server's reaper minds it. */
export function specOf(changes: Partial<AttemptSpec> = {}): AttemptSpec {
  return {
    id: `t${randomBytes(5).toString('hex')}`,
    lab: 'tests',
    seed: 1,
    owner: 'cli:tests',
    expiresAt: Date.now() + 10 * 60_000,
    lans: { lan: { mtu: 1400 } },
    hosts: { 'host-1': { lans: ['lan'], engine: '26' } },
    images: [],
    ...changes,
  }
}

/** The lab engine's own `docker`. */
export async function docker(...args: string[]): Promise<string> {
  const { stdout } = await promisify(execFile)('docker', ['--host', `unix://${socket}`, ...args])
  return stdout.trim()
}
