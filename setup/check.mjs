// `npm run check`: types, lint and format, import layering, unused code, lab files. Everything is run, then it fails.
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { nodeBinary, nodeEnvironment } from './node.mjs'
import { root } from './paths.mjs'
import { provideProgram } from './provide.mjs'

await provideProgram()
const checks = [
  ['Types of content', 'node_modules/astro/bin/astro.mjs', 'sync'],
  ['Types', 'node_modules/typescript/bin/tsc', '--project', '.'],
  ['Types of pages', 'node_modules/@astrojs/check/bin/astro-check.js', '--minimumFailingSeverity', 'error'],
  ['Lint and format', 'node_modules/@biomejs/biome/bin/biome', 'check', '.'],
  [
    'Import layering',
    'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs',
    'bin',
    'server',
    'setup',
    'src',
    '--config',
    '.dependency-cruiser.cjs',
  ],
  ['Unused code', 'node_modules/knip/bin/knip.js'],
  ['Labs', 'server/cli/main.ts', 'lab', 'validate'],
]
let failed = 0
for (const [name, file, ...args] of checks) {
  const { status } = spawnSync(nodeBinary(), [join(root, file), ...args], {
    cwd: root,
    stdio: 'inherit',
    env: { ...nodeEnvironment(), ASTRO_TELEMETRY_DISABLED: '1' },
  })
  console.log(`${status === 0 ? '✓' : '✗'} ${name}`)
  if (status !== 0) failed++
}
process.exit(failed === 0 ? 0 : 1)
