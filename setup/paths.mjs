// Where a checkout keeps what it makes.
import { createHash } from 'node:crypto'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The checkout. */
export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** Everything that outlives a run: database, marks of finished steps. PATCHBAY_DATA chooses another folder. */
export const data = resolve(root, process.env.PATCHBAY_DATA || '.patchbay')

/** Tells this data folder's engine, volume and sockets from those of another one on the same machine. */
export const instance = createHash('sha256').update(data).digest('hex').slice(0, 8)

/** Sockets; a short path, since a socket's may have 107 bytes only. */
export const runtime = process.env.PATCHBAY_RUN || join(tmpdir(), `patchbay-${instance}`)

/** Node 24 from the npm registry, where the machine's own is older. */
export const node24 = join(root, 'tools/node/node_modules', `node-linux-${process.arch}`)
