import type { ParsedScript } from './script.ts'

/**
 * What a solution does for one task, as somebody would type it: vars replaced by their values, an answer printed instead of
 * submitted, what only serves the script left out. Empty where the solution has no section for the task.
 */
export function shownSolution(script: ParsedScript, task: string, env: Record<string, string>): string {
  const sections = script.sections.filter((section) => section.task === task)
  const severalHosts = new Set(script.sections.map(({ host }) => host)).size > 1
  return sections
    .map(({ host, body }) => {
      const lines = body.split('\n').filter((line) => !/^\s*set -\w/.test(line) && !/^#!/.test(line))
      const text = lines
        .join('\n')
        .trim()
        .replaceAll(/^answer \S+ /gm, 'echo ')
      return severalHosts && host ? `# on ${host}\n${filled(text, env)}` : filled(text, env)
    })
    .join('\n')
}

function filled(text: string, env: Record<string, string>): string {
  return text.replaceAll(
    /\$(?:\{([A-Z_][A-Z0-9_]*)\}|([A-Z_][A-Z0-9_]*))/g,
    (whole, braced?: string, bare?: string) => {
      const name = braced ?? bare ?? ''
      return Object.hasOwn(env, name) ? (env[name] ?? '') : whole
    },
  )
}
