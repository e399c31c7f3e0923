import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fingerprint } from '../../setup/fingerprint.mjs'
import { data } from '../../setup/paths.mjs'
import { type Lab, loadCatalog, loadScripts } from '../catalog/index.ts'
import { Problem } from '../errors/index.ts'
import { type DockerLabHosts, USUAL_ENGINE } from '../lab-host/index.ts'
import { type Drawing, drawings } from './drawings.ts'
import { AT_ONCE, type ScriptReport, testLab } from './lab-test.ts'
import { mistakesText, print, say } from './output.ts'
import { allOf, pool } from './pool.ts'
import { summaryText } from './test-summary.ts'
import { enginesOf, generations, labNamed, labsFolder, whyNot, withHosts } from './workshop.ts'

interface TestOptions {
  json?: boolean
  scripts?: string
  engine?: string
  changed?: boolean
  /** Attempts at once, of all labs together. */
  atOnce?: number
  /** As `drawings` takes it. */
  var?: string[]
}

/** A lab to prove; with `engine`, on hosts of that generation instead of its own. */
interface Proof {
  lab: Lab
  engine: string | undefined
  drawing: Drawing
}

export async function test(
  ids: string[],
  { json, scripts, engine, changed, atOnce = AT_ONCE, var: asked = [] }: TestOptions,
): Promise<boolean> {
  const engines = engine === 'all' ? generations : [engine]
  const labs = await chosen(ids)
  const proofs = engines
    .flatMap((engine) =>
      labs.flatMap((lab) => drawings(lab, asked).map((drawing): Proof => ({ lab, engine, drawing }))),
    )
    .filter((proof) => !changed || !isProven(proof))
  const extras = new Map(
    await Promise.all(labs.map(async (lab) => [lab.id, await extraScripts(lab, scripts)] as const)),
  )
  if (proofs.length === 0) {
    print(json, [], 'Nothing changed since the last proof.')
    return true
  }
  const wanted = engine ? engines.filter((one) => one !== undefined) : enginesOf(labs)
  let passedOver = 0
  const reports = await withHosts(async (hosts) => {
    const run = pool(atOnce)
    const able = await runnable(hosts, proofs, engine)
    passedOver = proofs.length - able.length
    const proven = able.map(async (proof) => {
      const { lab, engine, drawing } = proof
      const tell = (one: ScriptReport) => say(`${line(one)}${drawing.asked && `  ${drawing.asked}`}`)
      const own = await testLab(hosts, lab, extras.get(lab.id)!, tell, { engine, seed: drawing.seed }, run)
      if (own.every(({ ok }) => ok) && !scripts && !drawing.asked) markProven(proof)
      return own
    })
    return (await allOf(proven)).flat()
  }, wanted)
  const failed = reports.filter(({ ok }) => !ok)
  const unproven = passedOver > 0 ? `; ${passedOver} not available here and not proven` : ''
  const text = `${reports.length - failed.length} of ${reports.length} as expected${unproven}${failed.map(details).join('')}`
  print(json, reports, [text, summaryText(reports)].filter(Boolean).join('\n\n'))
  return failed.length === 0
}

/** Those that this machine can run; says why not of the others. Throws Problem `lab-unavailable` for an engine asked for. */
async function runnable(hosts: DockerLabHosts, proofs: Proof[], asked: string | undefined): Promise<Proof[]> {
  const able: Proof[] = []
  for (const proof of proofs) {
    const { lab, engine } = proof
    const why = await whyNot(hosts, lab, engine)
    // Asked for by name, a generation that is not there is a refusal; elsewhere it is nobody's failure.
    if (why && asked && asked !== 'all' && lab.requires.length === 0) throw unavailable(asked, why)
    if (why) say(`· ${lab.id} is not available here${engine ? ` on engine ${engine}` : ''}: ${why}`)
    else able.push(proof)
  }
  return able
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

const unavailable = (engine: string, why: string) =>
  new Problem('lab-unavailable', why, {
    remedy: `npm run images -- --engine ${engine} says why it cannot be had; --engine ${USUAL_ENGINE} works everywhere.`,
  })

const line = ({ lab, engine, script, expect, ok, ms }: ScriptReport) =>
  `${ok ? '✓' : '✗'} ${lab} on ${engine}: ${script.padEnd(32)} expect ${expect}  ${(ms / 1000).toFixed(1)} s`

function details({ lab, engine, script, seed, error, tasks }: ScriptReport): string {
  const open = tasks.map(({ id, outcome, checks }) => {
    const found = checks.map(
      (one) => `\n      ${one.outcome} ${one.check}: expected ${one.expected}; found ${one.observed}`,
    )
    return `\n    ${outcome} ${id}${found.join('')}`
  })
  return `\n\n✗ ${lab} on ${engine}, seed ${seed}: ${script}${error ? `\n    error: ${error}` : ''}${open.join('')}`
}

/** Everything that a lab's proof stands on. */
const groundOf = ({ lab }: Proof) =>
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
const proofFile = ({ lab, engine }: Proof) => join(data, 'proven', engine ? `${lab.id}@${engine}` : lab.id)
const isProven = (proof: Proof) =>
  existsSync(proofFile(proof)) && readFileSync(proofFile(proof), 'utf8') === groundOf(proof)

function markProven(proof: Proof): void {
  mkdirSync(join(data, 'proven'), { recursive: true })
  writeFileSync(proofFile(proof), groundOf(proof))
}
