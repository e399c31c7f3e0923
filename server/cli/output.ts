import { formatMistake, type Mistake } from '../catalog/index.ts'
import { Problem } from '../errors/index.ts'
import type { CheckOutcome, TaskView } from '../protocol/index.ts'

/** With `--json`, stdout is one JSON value; everything else goes to stderr. */
export const say = (text: string) => process.stderr.write(`${text}\n`)

const printJson = (value: unknown) => process.stdout.write(`${JSON.stringify(value, null, 2)}\n`)

/** `json`: the value for programs; otherwise the text for people. */
export function print(json: boolean | undefined, value: unknown, text: string): void {
  if (json) printJson(value)
  else process.stdout.write(`${text}\n`)
}

export function explain(error: unknown): string {
  if (error instanceof Problem) return `${error.message}\n${error.remedy}`
  return error instanceof Error ? (error.stack ?? error.message) : String(error)
}

export const mistakesText = (mistakes: Mistake[]) => mistakes.map(formatMistake).join('\n')

const marks = { pass: '✓', fail: '✗', unobservable: '?', pending: '·' }

/** Tasks as lines; of those that are open, what was expected and found. */
export function tasksText(tasks: Pick<TaskView, 'id' | 'title' | 'outcome' | 'checks'>[]): string {
  return tasks
    .map((task) => [`${marks[task.outcome]} ${task.title}  (${task.id})`, ...task.checks.map(checkText)].join('\n'))
    .join('\n')
}

function checkText({ check, outcome, expected, observed, evidence }: CheckOutcome): string {
  if (outcome === 'pass') return `    ${marks.pass} ${check}: ${observed}`
  const lines = [`    ${marks[outcome]} ${check}`, `        expected: ${expected}`, `        found:    ${observed}`]
  return [...lines, ...(evidence ? [`        see:      ${evidence}`] : [])].join('\n')
}
