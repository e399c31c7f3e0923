import type { LabView } from '../protocol/index.ts'
import { type Lab, labVars, tasksOf } from './lab.ts'
import type { Vars } from './vars.ts'

/** Vars as the protocol carries them. */
export function varTexts(vars: Vars): Record<string, string> {
  return Object.fromEntries(Object.entries(vars).map(([name, value]) => [name, String(value)]))
}

/** A lab as listed to learners, with the vars of seed 0. */
export function toLabView(lab: Lab): LabView {
  const vars = labVars(lab, 0)
  const { id, title, lesson, topic, kind, level, minutes, requires } = lab
  const tasks = tasksOf(lab, vars).map((task) => ({
    id: task.id,
    title: task.title,
    kind: task.answer ? ('answer' as const) : ('state' as const),
  }))
  return {
    id,
    title,
    lesson,
    topic,
    kind,
    level,
    minutes,
    requires,
    hosts: Object.keys(lab.hosts),
    vars: varTexts(vars),
    tasks,
  }
}
