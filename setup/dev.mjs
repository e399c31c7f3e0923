// `npm run dev`: the server restarts when its sources change, pages reload by themselves.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { engineSocket } from './lab-engine.mjs'
import { nodeBinary, nodeEnvironment } from './node.mjs'
import { data, root, runtime } from './paths.mjs'
import { provideLabs, provideProgram } from './provide.mjs'

process.chdir(root)
await provideProgram()
await provideLabs()

const port = Number(process.env.PORT ?? 4321)
const env = {
  ...nodeEnvironment(),
  PORT: String(port + 1),
  PATCHBAY_ORIGIN: `http://localhost:${port}`,
  PATCHBAY_API: `http://localhost:${port + 1}`,
  PATCHBAY_DATA: data,
  PATCHBAY_RUN: runtime,
  PATCHBAY_ENGINE: process.env.PATCHBAY_ENGINE ?? engineSocket,
  ASTRO_TELEMETRY_DISABLED: '1',
}
const watched = ['server', 'labs'].flatMap((folder) => ['--watch-path', join(root, folder)])
const children = [
  spawn(nodeBinary(), [...watched, 'server/main.ts'], { stdio: 'inherit', env }),
  spawn(nodeBinary(), ['node_modules/astro/bin/astro.mjs', 'dev', '--port', String(port)], { stdio: 'inherit', env }),
]
const end = () => {
  for (const child of children) child.kill('SIGTERM')
}
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, end)
for (const child of children) child.on('exit', end)
