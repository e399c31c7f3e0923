import type { Task } from '../grader/index.ts'
import type { ParsedScript } from '../script/index.ts'
import { type LabDefinition, labDefinition } from './definition.ts'
import { fillAll } from './fill.ts'
import { drawVars, type Vars } from './vars.ts'

export interface Script extends ParsedScript {
  /** Path inside the lab's folder, e.g. `wrong/restart.sh`. */
  name: string
}

/** What lab.yaml says, vars not yet drawn. */
export interface LabFile extends Omit<LabDefinition, 'tasks'> {
  /** As written, `{{…}}` in place; `tasksOf` fills them. */
  tasks: unknown
}

/** A lab without mistakes. */
export interface Lab extends LabFile {
  /** The name of its folder. */
  id: string
  setup: Script
  solution: Script
  alternatives: Script[]
  wrong: Script[]
}

/** Where an attempt's LANs and hosts turned out to be. */
export interface Place {
  lans: Record<string, { subnet: string; gateway: string }>
  hosts: { name: string; addresses: Record<string, string> }[]
}

/** Everything that `{{…}}` and scripts can name: the vars of a seed and the built-ins of a place. */
export function labVars(
  lab: Pick<Lab, 'vars' | 'lans' | 'hosts'>,
  seed: number,
  place: Place = examplePlace(lab),
): Vars {
  return { ...drawVars(lab.vars, seed), ...placeVars(lab, place) }
}

/** `<lan>.subnet`, `<lan>.gateway`, `<lan>.mtu` and `<host>.ip`, its address on its first LAN. */
function placeVars({ lans, hosts }: Pick<Lab, 'lans' | 'hosts'>, place: Place): Vars {
  const vars: Vars = {}
  for (const [name, { mtu }] of Object.entries(lans)) {
    vars[`${name}.subnet`] = place.lans[name]?.subnet ?? ''
    vars[`${name}.gateway`] = place.lans[name]?.gateway ?? ''
    vars[`${name}.mtu`] = mtu
  }
  for (const [name, host] of Object.entries(hosts)) {
    const addresses = place.hosts.find((candidate) => candidate.name === name)?.addresses
    vars[`${name}.ip`] = addresses?.[host.lans[0] ?? ''] ?? ''
  }
  return vars
}

/** Addresses to show where no attempt runs. */
function examplePlace({ lans, hosts }: Pick<Lab, 'lans' | 'hosts'>): Place {
  const names = Object.keys(lans)
  return {
    lans: Object.fromEntries(names.map((lan, n) => [lan, { subnet: `10.200.${n}.0/24`, gateway: `10.200.${n}.1` }])),
    hosts: Object.entries(hosts).map(([name, host], n) => ({
      name,
      addresses: Object.fromEntries(host.lans.map((lan) => [lan, `10.200.${names.indexOf(lan)}.${n + 11}`])),
    })),
  }
}

/** The tasks with vars filled in, ready for the grader. */
export function tasksOf(lab: Pick<Lab, 'tasks'>, vars: Vars): Task[] {
  return labDefinition.shape.tasks.parse(fillTasks(lab.tasks, vars))
}

/** Ids stay as they are written: progress is kept under them. */
export function fillTasks(tasks: unknown, vars: Vars): unknown {
  if (!Array.isArray(tasks)) return tasks
  return tasks.map((task) => {
    const filled = fillAll(task, vars)
    const isTask = filled !== null && typeof filled === 'object' && 'id' in filled
    return isTask ? { ...filled, id: (task as { id: unknown }).id } : filled
  })
}
