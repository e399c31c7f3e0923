#!/usr/bin/env node
// Plain JavaScript that any Node runs: brings what is missing, then carries on under Node 24.
import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { nodeBinary, nodeEnvironment } from '../setup/node.mjs'
import { data, root, runtime } from '../setup/paths.mjs'
import { provideProgram } from '../setup/provide.mjs'

await provideProgram()
const child = spawn(nodeBinary(), [join(root, 'server/cli/main.ts'), ...process.argv.slice(2)], {
  stdio: 'inherit',
  env: { ...nodeEnvironment(), PATCHBAY_DATA: data, PATCHBAY_RUN: runtime },
})
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal))
child.on('exit', (code) => process.exit(code ?? 1))
