import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fingerprint } from '../../setup/fingerprint.mjs'
import { data } from '../../setup/paths.mjs'
import { type Lab, loadCatalog, loadScripts } from '../catalog/index.ts'
import { Problem } from '../errors/index.ts'
import { type ScriptReport, testLab } from './lab-test.ts'
import { mistakesText, print, say } from './output.ts'
import { labNamed, labsFolder, withHosts } from './workshop.ts'

interface TestOptions {
  json?: boolean
  scripts?: string
  engine?: string
  changed?: boolean
}

export async function test(ids: string[], { json, scripts, engine = '26', changed }: TestOptions): Promise<boolean> {
  if (engine !== '26' && engine !== 'all') {
    throw new Problem('bad-request', `Found --engine ${engine}; this checkout has lab hosts with engine 26.`, {
      remedy: 'Use --engine 26, or leave it out.',
    })
  }
  const labs = (await chosen(ids)).filter((lab) => !changed || !isProven(lab))
  const extras = await Promise.all(labs.map((lab) => extraScripts(lab, scripts)))
  if (labs.length === 0) {
    print(json, [], 'Nothing changed since the last proof.')
    return true
  }
  const reports = await withHosts(async (hosts) => {
    const all: ScriptReport[] = []
    for (const [index, lab] of labs.entries()) {
      const own = await testLab(hosts, lab, extras[index]!, (one) => say(line(one)))
      if (own.every(({ ok }) => ok) && !scripts) markProven(lab)
      all.push(...own)
    }
    return all
  })
  const failed = reports.filter(({ ok }) => !ok)
  print(
    json,
    reports,
    `${reports.length - failed.length} of ${reports.length} as expected${failed.map(details).join('')}`,
  )
  return failed.length === 0
}

async function chosen(ids: string[]): Promise<Lab[]> {
  if (ids.length > 0) return Promise.all(ids.map((id) => labNamed(id)))
  const { labs, mistakes } = await loadCatalog(labsFolder)
  if (mistakes.length > 0) throw new Problem('lab-broken', mistakesText(mistakes))
  return labs
}

async function extraScripts(lab: Lab, folder: string | undefined): Promise<Pick<Lab, 'alternatives' | 'wrong'>> {
  if (!folder) return { alternatives: [], wrong: [] }
  if (!existsSync(folder))
    throw new Problem('bad-request', `Found no folder ${folder}; --scripts names one.`, {
      remedy: 'Give a folder with <lab-id>/alternatives/*.sh and <lab-id>/wrong/*.sh.',
    })
  const { mistakes, ...found } = await loadScripts(folder, lab)
  if (mistakes.length > 0) throw new Problem('lab-broken', mistakesText(mistakes))
  return found
}

const line = ({ lab, script, expect, ok, ms }: ScriptReport) =>
  `${ok ? '✓' : '✗'} ${lab} ${script.padEnd(32)} expect ${expect}  ${(ms / 1000).toFixed(1)} s`

function details({ lab, script, error, tasks }: ScriptReport): string {
  const open = tasks.map(({ id, outcome, checks }) => {
    const found = checks.map(
      (one) => `\n      ${one.outcome} ${one.check}: expected ${one.expected}; found ${one.observed}`,
    )
    return `\n    ${outcome} ${id}${found.join('')}`
  })
  return `\n\n✗ ${lab} ${script}${error ? `\n    error: ${error}` : ''}${open.join('')}`
}

/** Everything that a lab's proof stands on. */
const proofOf = (lab: Lab) =>
  fingerprint(
    `labs/${lab.id}`,
    'labs/images',
    'server/attempt',
    'server/catalog',
    'server/grader',
    'server/lab-host',
    'server/script',
    'server/snapshot',
  )
const proofFile = (lab: Lab) => join(data, 'proven', lab.id)
const isProven = (lab: Lab) => existsSync(proofFile(lab)) && readFileSync(proofFile(lab), 'utf8') === proofOf(lab)

function markProven(lab: Lab): void {
  mkdirSync(join(data, 'proven'), { recursive: true })
  writeFileSync(proofFile(lab), proofOf(lab))
}
