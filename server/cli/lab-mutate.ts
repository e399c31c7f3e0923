import { type Lab, labVars } from '../catalog/index.ts'
import { Problem } from '../errors/index.ts'
import type { LabHosts } from '../lab-host/index.ts'
import { scriptEnv } from '../script/index.ts'
import { seedFor } from './drawings.ts'
import { AT_ONCE, proveScript } from './lab-test.ts'
import { type Mutant, mutantsOf, spread } from './mutants.ts'
import { print, say } from './output.ts'
import { allOf, pool } from './pool.ts'
import { demandAvailable, enginesOf, labNamed, withHosts } from './workshop.ts'

interface MutantsReport {
  lab: string
  mutants: number
  killed: number
  /** Passed every task: what they lack or change, no check asks for. */
  survived: Pick<Mutant, 'id' | 'line' | 'task' | 'text'>[]
}

interface Options {
  json?: boolean
  limit?: number
  /** As `seedFor` takes it. */
  var?: string[]
}

/** Plays the lab's solution with one mistake at a time. Succeeds whatever survives. */
export async function mutate(id: string, { json, limit, var: asked = [] }: Options): Promise<boolean> {
  const lab = await labNamed(id)
  const seed = seedFor(lab, asked)
  const all = mutantsOf(lab.solution, scriptEnv(labVars(lab, 0)))
  const mutants = limit ? spread(all, limit) : all
  const report = await withHosts(
    async (hosts) => {
      await demandAvailable(hosts, lab)
      return playMutants(hosts, lab, mutants, say, seed)
    },
    enginesOf([lab]),
  )
  print(json, report, reportText(report))
  return true
}

/**
 * Each on an attempt of its own; `seed`: of them all, where they are not to draw their own. Throws Problem `script-failed` where the solution itself does not pass: no mutant tells
 * anything then.
 */
export async function playMutants(
  hosts: LabHosts,
  lab: Lab,
  mutants: Mutant[],
  onPlayed: (line: string) => void,
  seed?: number,
): Promise<MutantsReport> {
  const { ok } = await proveScript(hosts, lab, lab.solution, { seed })
  if (!ok)
    throw new Problem('script-failed', `solution.sh of ${lab.id} does not pass as it is.`, {
      remedy: `npx patchbay lab test ${lab.id} says why.`,
    })
  const run = pool(AT_ONCE)
  const played = mutants.map((mutant) =>
    run(async () => {
      const survives = await passes(hosts, lab, mutant, seed)
      onPlayed(`${survives ? '✗ survived' : '✓ killed  '} ${mutant.id.padEnd(14)} ${mutant.text}`)
      return survives ? [mutant] : []
    }),
  )
  const survived = (await allOf(played)).flat().map(({ id, line, task, text }) => ({ id, line, task, text }))
  return { lab: lab.id, mutants: mutants.length, killed: mutants.length - survived.length, survived }
}

async function passes(hosts: LabHosts, lab: Lab, { script }: Mutant, seed?: number): Promise<boolean> {
  try {
    return (await proveScript(hosts, lab, script, { seed })).ok
  } catch (error) {
    // It answers a task that there is not.
    if (error instanceof Problem && error.code === 'task-unknown') return false
    throw error
  }
}

/** For people: what survived, then the numbers. */
export function reportText({ lab, mutants, killed, survived }: MutantsReport): string {
  const list = survived.map(({ id, task, text }) => `  ${id}  ${text}${task ? `  (task ${task})` : ''}`)
  const found = [`${lab} passes every task all the same with:`, ...list, 'A check may be missing for each of them.', '']
  const counts = `${mutants} mutants, ${killed} killed, ${survived.length} survived`
  return [...(survived.length > 0 ? found : []), counts].join('\n')
}
