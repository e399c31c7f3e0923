import type { ScriptResult } from '../lab-host/driver.ts'
import { readReport, sectionProgram, TOKEN_VARIABLE } from './report.ts'
import type { ParsedScript, Section } from './script.ts'

/** A script that needs longer, all sections together, is in error. */
const SCRIPT_LIMIT_MS = 60_000

/** Pipes a bash program into a host as root in /root; cut off after `timeoutMs`. */
export type RunBash = (
  host: string,
  program: string,
  env: Record<string, string>,
  timeoutMs: number,
) => Promise<ScriptResult>

export interface ScriptRun {
  run: RunBash
  /** The lab's first host: where sections without a host run. */
  firstHost: string
  /** As `scriptEnv` gives it. */
  env: Record<string, string>
  /** Marks reports of this run; letters and digits that nobody can guess. */
  token: string
  /** Called for each `answer`, after the section that gave it and before the next one. */
  onAnswer?: (task: string, text: string) => Promise<void>
  /** Runs only the sections of these tasks, and those that belong to none. */
  tasks?: string[]
}

/** `error`: the script itself went wrong; it says nothing about the lab's tasks. */
export type ScriptOutcome =
  | { outcome: 'done'; output: string }
  | { outcome: 'error'; reason: string; output: string; host: string; task?: string }

/** Runs a script's sections one after the other, each in a shell of its own, handing on what they share. */
export async function runScript(script: ParsedScript, options: ScriptRun): Promise<ScriptOutcome> {
  const { run, firstHost, token, onAnswer } = options
  const deadline = performance.now() + SCRIPT_LIMIT_MS
  const env = { ...options.env, [TOKEN_VARIABLE]: token }
  let output = ''
  for (const section of script.sections.filter((candidate) => wanted(candidate, options.tasks))) {
    const host = section.host ?? firstHost
    const left = deadline - performance.now()
    const result = left > 0 ? await run(host, sectionProgram(section), { ...env }, Math.ceil(left)) : timedOut
    const report = readReport(result.output, token)
    output += report.output
    if (result.code !== 0) return { outcome: 'error', reason: reason(result.code), output, host, task: section.task }
    Object.assign(env, report.shares)
    for (const { task, text } of report.answers) await onAnswer?.(task, text)
  }
  return { outcome: 'done', output }
}

const timedOut: ScriptResult = { code: null, output: '' }

function wanted(section: Section, tasks?: string[]): boolean {
  return tasks === undefined || section.task === undefined || tasks.includes(section.task)
}

function reason(code: number | null): string {
  return code === null ? `took longer than ${SCRIPT_LIMIT_MS / 1000} s` : `exited with ${code}`
}
