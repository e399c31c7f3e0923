// `npm test`: brings what the tests need, runs them all, ends with one line `N passed, N failed`.
// `--engines`: instead, each lab on the other generations of the Docker engine, and every check on all of them.
// `--record`: of these only every check, and what was seen becomes tests/fixtures/engines.
// `--changed`: only what changed since the last commit, and only labs not proven since they changed.
import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

// A data folder of its own, so a lab engine, sockets and a database of its own.
const folder = mkdtempSync(join(tmpdir(), 'patchbay-test-'))
process.env.PATCHBAY_DATA = join(folder, 'data')
process.env.PATCHBAY_RUN = join(folder, 'run')

const { chromiumIsThere, provideChromium } = await import('./chromium.mjs')
const { engineSocket, removeLabEngine } = await import('./lab-engine.mjs')
const { nodeBinary, nodeEnvironment } = await import('./node.mjs')
const { root } = await import('./paths.mjs')
const { otherGenerations } = await import('./generations.mjs')
const { provideGenerations, provideLabs, provideProgram } = await import('./provide.mjs')
const { buildSite, siteIsBuilt } = await import('./site.mjs')
const { step } = await import('./steps.mjs')

process.chdir(root)
const changed = process.argv.includes('--changed')
const unitOnly = process.argv.includes('--unit')
const record = process.argv.includes('--record')
const enginesOnly = record || process.argv.includes('--engines')

/** Runs a test runner to its end; its own output goes to the screen, its counts to a file. */
function runner(file, args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(nodeBinary(), [file, ...args], {
      stdio: ['ignore', 'inherit', 'inherit'],
      env: { ...nodeEnvironment(), PATCHBAY_ENGINE: engineSocket, ...env },
    })
    child.on('exit', (code) => resolve(code ?? 1))
  })
}

async function vitest(project, files = [], env = {}) {
  const report = join(folder, `${project}.json`)
  const only = changed ? ['--changed', '--passWithNoTests'] : []
  const code = await runner(
    'node_modules/vitest/vitest.mjs',
    ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile=${report}`, ...only, ...files],
    env,
  )
  return counted(code, report, (json) => ({
    passed: json.numPassedTests,
    failed:
      json.numFailedTests +
      json.testResults.filter(
        ({ status, assertionResults }) =>
          status === 'failed' && assertionResults.every((one) => one.status !== 'failed'),
      ).length,
  }))
}

async function playwright() {
  const report = join(folder, 'e2e.json')
  const code = await runner('node_modules/@playwright/test/cli.js', ['test', '--reporter=list,json'], {
    PLAYWRIGHT_JSON_OUTPUT_NAME: report,
  })
  return counted(code, report, ({ stats, errors }) => ({
    passed: stats.expected + stats.flaky,
    failed: stats.unexpected + (errors?.length ?? 0),
  }))
}

/** A runner that failed without a failed test counts as one. */
function counted(code, report, read) {
  try {
    const { passed, failed } = read(JSON.parse(readFileSync(report, 'utf8')))
    return { passed, failed: failed === 0 && code !== 0 ? 1 : failed }
  } catch {
    return { passed: 0, failed: code === 0 && changed ? 0 : 1 }
  }
}

const results = []
// The cleaning up below is done after Ctrl-C too: the runner gets the signal and ends, and so does this.
let interrupted = false
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    interrupted = true
  })
}
try {
  await provideProgram()
  if (enginesOnly) {
    await provideLabs()
    await provideGenerations(otherGenerations)
    const [files, env] = record ? [['tests/engines/checks.test.ts'], { PATCHBAY_RECORD: '1' }] : []
    results.push(await vitest('engines', files, env))
  } else results.push(await vitest('unit'))
  if (!unitOnly && !enginesOnly) {
    await provideLabs()
    if (!changed && !(await chromiumIsThere())) await step('Chromium', provideChromium)
    if (!siteIsBuilt()) await step('Site', buildSite)
    for (const project of ['engine', 'alone', 'faults']) if (!interrupted) results.push(await vitest(project))
    if (!changed && !interrupted) results.push(await playwright())
  }
} finally {
  if (!unitOnly) await removeLabEngine({ volume: true })
  rmSync(folder, { recursive: true, force: true })
}
const sum = (key) => results.reduce((total, result) => total + result[key], 0)
console.log(`${sum('passed')} passed, ${sum('failed')} failed`)
process.exit(!interrupted && sum('failed') === 0 && sum('passed') > 0 ? 0 : 1)
