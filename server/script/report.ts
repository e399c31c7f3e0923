import type { Section } from './script.ts'

// `share` and `answer` tell the runner something by marked lines in the output: with a token of this run, so that no
// program's output is mistaken for one, and in base64, so that any text fits on the line. A descriptor of their own would
// be inherited by an engine that the script restarts, and keep the output open for as long as it lives.

export const TOKEN_VARIABLE = 'PATCHBAY_TOKEN'

/** On one line, so that bash's messages name the lines of the author's file. */
const prelude = [
  `patchbay_report() { local word line="$${TOKEN_VARIABLE}"; for word in "$@"; do line+=" $(printf %s "$word" | base64 -w0)"; done; printf '\\n%s\\n' "$line"; }`,
  'share() { local pair; for pair in "$@"; do export "$pair" && patchbay_report share "$pair"; done; }',
  'answer() { local task="$1"; shift; patchbay_report answer "$task" "$*"; }',
].join('; ')

/** The text to pipe into bash. The body reads no stdin: that is the script itself. */
export function sectionProgram(section: Section): string {
  return `${'\n'.repeat(section.line - 1)}${prelude}; { :; ${section.body}\n} </dev/null\n`
}

export interface Report {
  /** The output without the marked lines. */
  output: string
  shares: Record<string, string>
  answers: { task: string; text: string }[]
}

/** Picks what `share` and `answer` told out of a section's output. */
export function readReport(raw: string, token: string): Report {
  const report: Report = { output: '', shares: {}, answers: [] }
  const marked = new RegExp(`(?:^|\\n)${token}((?: [A-Za-z0-9+/=]*)+)\\n?`, 'g')
  report.output = raw.replaceAll(marked, (_line, words: string) => {
    const [kind, first = '', second = ''] = words.slice(1).split(' ').map(decode)
    if (kind === 'answer') report.answers.push({ task: first, text: second })
    const [, name, value] = /^([A-Za-z_][A-Za-z0-9_]*)=(.*)$/s.exec(first) ?? []
    if (kind === 'share' && name !== undefined) report.shares[name] = value ?? ''
    return ''
  })
  return report
}

function decode(word: string): string {
  return Buffer.from(word, 'base64').toString('utf8')
}
