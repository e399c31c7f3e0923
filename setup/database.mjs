// The database: made, or brought up to date, before the server opens it.
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { fingerprint, isDone, markDone } from './fingerprint.mjs'
import { nodeBinary, nodeEnvironment } from './node.mjs'
import { data, root } from './paths.mjs'
import { run } from './run.mjs'

const file = join(data, 'patchbay.db')
const mark = join(data, 'patchbay.db.migrated')
const sum = () => fingerprint('server/db/migrations')

export const databaseIsReady = () => existsSync(file) && isDone(mark, sum())

export async function makeDatabase() {
  mkdirSync(data, { recursive: true })
  const program = `import { openDatabase } from './server/db/index.ts'
await (await openDatabase(process.argv[1])).close()`
  await run(nodeBinary(), ['--input-type=module', '--eval', program, file], { cwd: root, env: nodeEnvironment() })
  markDone(mark, sum())
}
