import type { Script } from './lab.ts'
import { choice, type Mistake } from './mistake.ts'

/** What scripts may name. */
export interface Names {
  hosts: string[]
  /** With the names of their checks, or of their kind of answer. */
  tasks: { id: string; checks: string[] }[]
}

/** Headers that name nothing of the lab, or that do not belong where they stand. */
export function scriptMistakes(file: string, script: Script, { hosts, tasks }: Names): Mistake[] {
  const ids = [...new Set(tasks.map((task) => task.id))]
  const mistakes: Mistake[] = script.unknown.map(({ line, text }) => ({
    file,
    line,
    found: text,
    expected: '#@ <host>, #@ task <id> or #@ fails <task> <check>',
    hint: '',
  }))
  for (const { line, host, task } of script.headers) {
    if (host !== undefined && !hosts.includes(host))
      mistakes.push({ file, line, found: `host "${host}"`, ...choice(host, hosts) })
    if (task !== undefined && !ids.includes(task))
      mistakes.push({ file, line, found: `task "${task}"`, ...choice(task, ids) })
  }
  if (script.sections.length === 0) {
    mistakes.push({ file, line: 1, found: 'no command', expected: 'a bash script', hint: '' })
  }
  return [...mistakes, ...failsMistakes(file, script, tasks)].sort((one, other) => one.line - other.line)
}

function failsMistakes(file: string, script: Script, tasks: Names['tasks']): Mistake[] {
  if (!script.name.startsWith('wrong/')) {
    const hint = 'Only a script in wrong/ says what it fails.'
    return script.fails.map(({ line }) => ({ file, line, found: '#@ fails', expected: 'no such header here', hint }))
  }
  if (script.fails.length === 0) {
    const hint = 'Begin the script with one such line for each failure that it must cause.'
    return [{ file, line: 1, found: 'no header', expected: '#@ fails <task> <check>', hint }]
  }
  const ids = [...new Set(tasks.map((task) => task.id))]
  return script.fails.flatMap(({ line, task: id, check }) => {
    const task = tasks.find((candidate) => candidate.id === id)
    if (!task) return [{ file, line, found: `task "${id}"`, ...choice(id, ids) }]
    if (task.checks.includes(check)) return []
    return [{ file, line, found: `check "${check}" of task ${id}`, ...choice(check, task.checks) }]
  })
}
