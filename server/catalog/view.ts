import type { LabView } from '../protocol/index.ts'
import { placeholders } from './fill.ts'
import { type Lab, labVars, tasksOf } from './lab.ts'
import { listOf, mapping } from './references.ts'
import type { Vars } from './vars.ts'

/** Vars as the protocol carries them, without those that are the right answer to a question. */
export function shownVars(lab: Pick<Lab, 'tasks'>, vars: Vars): Record<string, string> {
  const secret = listOf(lab.tasks).flatMap((task) => {
    const { right } = mapping(mapping(mapping(task).answer).choice)
    return typeof right === 'string' ? placeholders(right) : []
  })
  const shown = Object.entries(vars).filter(([name]) => !secret.includes(name))
  return Object.fromEntries(shown.map(([name, value]) => [name, String(value)]))
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
    vars: shownVars(lab, vars),
    tasks,
  }
}
