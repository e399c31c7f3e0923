import type { ScriptReport } from './lab-test.ts'

/** What became of one lab on one generation of engines. */
interface Row {
  lab: string
  engine: string
  scripts: number
  ok: number
  failed: number
  /** Scripts that must fail, and something passed. */
  falsePasses: number
  /** Scripts that must pass, and a task failed. */
  falseFails: number
  /** That its scripts took, one after the other. */
  seconds: number
}

/** One row for each lab and engine, in the order of the reports. A script in error is neither a false pass nor a false fail. */
export function summaryOf(reports: ScriptReport[]): Row[] {
  const groups = Map.groupBy(reports, ({ lab, engine }) => `${lab} ${engine}`)
  return [...groups.values()].map((own) => ({ lab: own[0]!.lab, engine: own[0]!.engine, ...countsOf(own) }))
}

function countsOf(reports: ScriptReport[]): Omit<Row, 'lab' | 'engine'> {
  const failed = reports.filter(({ ok }) => !ok)
  const sound = failed.filter(({ error }) => error === undefined)
  return {
    scripts: reports.length,
    ok: reports.length - failed.length,
    failed: failed.length,
    falsePasses: sound.filter(({ expect, tasks }) => expect === 'fail' && tasks.some(somethingPasses)).length,
    falseFails: sound.filter(
      ({ expect, tasks }) => expect === 'pass' && tasks.some(({ outcome }) => outcome === 'fail'),
    ).length,
    seconds: reports.reduce((sum, { ms }) => sum + ms, 0) / 1000,
  }
}

const somethingPasses = ({ outcome, checks }: ScriptReport['tasks'][number]) =>
  outcome === 'pass' || checks.some((check) => check.outcome === 'pass')

const HEAD = ['lab', 'engine', 'scripts', 'ok', 'failed', 'false passes', 'false fails', 'seconds']

/** A table for people, with a last row for all; empty where there is but one lab on one engine. */
export function summaryText(reports: ScriptReport[]): string {
  const rows = summaryOf(reports)
  if (rows.length < 2) return ''
  const all = { lab: 'all', engine: '', ...countsOf(reports) }
  const cells = [HEAD, ...[...rows, all].map(cellsOf)]
  const widths = HEAD.map((_, column) => Math.max(...cells.map((row) => row[column]!.length)))
  const fit = (cell: string, column: number) =>
    column < 2 ? cell.padEnd(widths[column]!) : cell.padStart(widths[column]!)
  return cells.map((row) => row.map(fit).join('  ')).join('\n')
}

const cellsOf = ({ lab, engine, scripts, ok, failed, falsePasses, falseFails, seconds }: Row) => [
  lab,
  engine,
  ...[scripts, ok, failed, falsePasses, falseFails].map(String),
  seconds.toFixed(1),
]
