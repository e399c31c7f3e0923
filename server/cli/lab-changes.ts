import { type Lab, labVars } from '../catalog/index.ts'
import type { JudgedTask } from './workshop.ts'

/** What a change of a lab's files asks for: its setup on a fresh host, another look at its tasks, or nothing. */
type Consequence = 'replay' | 'judge' | 'nothing'

/** `seed`: that of the attempt which runs, made from `before`. */
export function consequenceOf(before: Lab, now: Lab, seed: number): Consequence {
  if (!same(machineOf(before), machineOf(now)) || drawsOtherwise(before, now, seed)) return 'replay'
  return same(before.tasks, now.tasks) ? 'nothing' : 'judge'
}

/** What hosts are made from. Order counts: scripts begin on the first host, and its first LAN has its address. */
const machineOf = ({ setup, hosts, lans, images }: Lab) => ({
  setup: setup.sections.map(({ host, body }) => ({ host, body })),
  hosts: Object.entries(hosts),
  lans: Object.entries(lans),
  images,
})

/** Whether setup.sh ran with values that are others now. */
function drawsOtherwise(before: Lab, now: Lab, seed: number): boolean {
  const [was, is] = [labVars(before, seed), labVars(now, seed)]
  return Object.keys(was).some((name) => was[name] !== is[name])
}

const same = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

/** Whether a task or a check came out otherwise than before; what was observed may differ without that. */
export function isNews(before: JudgedTask[], now: JudgedTask[]): boolean {
  const gist = (tasks: JudgedTask[]) =>
    tasks.map(({ id, outcome, checks }) => [id, outcome, checks.map(({ outcome }) => outcome)])
  return !same(gist(before), gist(now))
}

/** Whether a lab is made of this file; `name` is its path inside the lab's folder. */
export const isLabFile = (name: string) =>
  /^(lab\.yaml|setup\.sh|solution\.sh|(alternatives|wrong)(\/[^/]+\.sh)?)$/.test(name)
