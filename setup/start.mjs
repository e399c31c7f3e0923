// `npm start`: from whatever this machine is to a server that answers.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { databaseIsReady, makeDatabase } from './database.mjs'
import { wantedGenerations } from './generations.mjs'
import { engineSocket } from './lab-engine.mjs'
import { nodeBinary, nodeEnvironment } from './node.mjs'
import { data, root, runtime } from './paths.mjs'
import { provideGenerations, provideLabs, provideProgram } from './provide.mjs'
import { buildSite, siteIsBuilt } from './site.mjs'
import { step } from './steps.mjs'

process.chdir(root)
await provideProgram()
await provideLabs()
if (!databaseIsReady()) await step('Database', makeDatabase)
if (!siteIsBuilt()) await step('Site', buildSite)

const server = spawn(nodeBinary(), [join(root, 'server/main.ts')], {
  stdio: 'inherit',
  env: {
    ...nodeEnvironment(),
    PATCHBAY_DATA: data,
    PATCHBAY_RUN: runtime,
    PATCHBAY_ENGINE: process.env.PATCHBAY_ENGINE ?? engineSocket,
  },
})
// Nobody waits for other generations of the engine: the labs that ask for one are available as soon as it is there.
if (!process.env.PATCHBAY_ENGINE) void provideGenerations(wantedGenerations())
// Ctrl-C reaches the server too; it ends by itself, and this follows.
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => server.kill(signal))
server.on('exit', (code, signal) => process.exit(code ?? (signal ? 1 : 0)))
