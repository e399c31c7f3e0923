import { bringUp, newSpec } from '../attempt/index.ts'
import { fill, type Lab, labVars } from '../catalog/index.ts'
import { Problem } from '../errors/index.ts'
import type { Attempt, LabHosts } from '../lab-host/index.ts'
import { type Bindings, type Block, type Lesson, LessonShell, match } from '../lesson/index.ts'

/** A block that needs longer is in error. */
const BLOCK_LIMIT_MS = 180_000

/** A host that a killed test leaves behind ends by itself after this long. */
const TEST_MINUTES = 15

export interface BlockReport {
  lesson: string
  engine: string
  /** Place in the lesson, from 1. */
  block: number
  /** Line of the lesson's file. */
  line: number
  host: string
  ok: boolean
  /** What the lesson shows; where it shows nothing, that the block ends with 0. */
  expected: string
  observed: string
  ms: number
}

interface Desk {
  attempt: Attempt
  vars: Record<string, string | number>
  shells: Map<string, LessonShell>
}

/** Runs a lesson's blocks in order on real hosts, in one shell for each host, and compares what they print. */
export async function testLesson(
  hosts: LabHosts,
  lesson: Lesson,
  labOf: (id: string) => Promise<Lab>,
  engine: string,
  report: (one: BlockReport) => void,
): Promise<BlockReport[]> {
  const desks = new Map<string, Desk>()
  const reports: BlockReport[] = []
  let bound: Bindings = new Map()
  try {
    for (const block of lesson.blocks.filter(({ engines }) => isFor(engines, engine))) {
      const id = block.lab ?? lesson.lab
      const desk = desks.get(id) ?? (await openDesk(hosts, await labOf(id), engine))
      desks.set(id, desk)
      const [one, after] = await runBlock(hosts, lesson, block, desk, engine, bound)
      bound = after
      reports.push(one)
      report(one)
    }
  } finally {
    for (const { attempt, shells } of desks.values()) {
      for (const shell of shells.values()) shell.close()
      await hosts.remove(attempt.spec.id)
    }
  }
  return reports
}

/** Seed 0, as the prerendered page has it. */
async function openDesk(hosts: LabHosts, lab: Lab, engine: string): Promise<Desk> {
  const spec = newSpec(lab, { owner: 'cli:test', expiresAt: Date.now() + TEST_MINUTES * 60_000, seed: 0 })
  for (const host of Object.values(spec.hosts)) host.engine = engine
  const attempt = await bringUp(hosts, lab, spec, () => {})
  return { attempt, vars: labVars(lab, 0, attempt), shells: new Map() }
}

async function runBlock(
  hosts: LabHosts,
  lesson: Lesson,
  block: Block,
  { attempt, vars, shells }: Desk,
  engine: string,
  bound: Bindings,
): Promise<[BlockReport, Bindings]> {
  const host = block.host ?? attempt.hosts[0]?.name ?? ''
  if (!attempt.hosts.some(({ name }) => name === host)) {
    throw new Problem('host-unknown', `Lesson ${lesson.slug}, line ${block.line}: its lab has no host ${host}.`)
  }
  const shell = shells.get(host) ?? new LessonShell(hosts.shell(attempt, host, { tty: false }))
  shells.set(host, shell)
  const began = Date.now()
  const { code, output: observed } = await shell.run(fill(block.commands, vars), BLOCK_LIMIT_MS)
  const shown = block.outputs.find(({ engines }) => isFor(engines, engine))
  const expected = shown ? fill(shown.text, vars) : 'exit 0'
  const after = shown ? match(expected, observed, shown.varies, bound) : code === 0 ? bound : undefined
  const report: BlockReport = {
    lesson: lesson.slug,
    engine,
    block: block.number,
    line: block.line,
    host,
    ok: code !== null && after !== undefined,
    expected,
    observed: observedText(observed, code, shown !== undefined),
    ms: Date.now() - began,
  }
  return [report, after ?? bound]
}

function observedText(output: string, code: number | null, compared: boolean): string {
  const text = output.trimEnd()
  if (code === null) return `${text}\n(the shell ended, or it took longer than ${BLOCK_LIMIT_MS / 1000} s)`
  return compared ? text : `exit ${code}\n${text}`
}

const isFor = (engines: string[], engine: string) => engines.length === 0 || engines.includes(engine)
