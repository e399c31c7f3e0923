/** A part of a script that runs in one shell on one host. */
export interface Section {
  /** Host named by `#@ <host>`; absent: the lab's first. */
  host?: string
  /** Task named by `#@ task <id>`; absent: belongs to none, always runs. */
  task?: string
  /** Line of the file at which the body begins, from 1. */
  line: number
  body: string
}

/** A `#@` line that names where the following runs. */
interface Header {
  line: number
  host?: string
  task?: string
}

export interface ParsedScript {
  /** What a wrong script must cause: the check of the task that fails. */
  fails: { line: number; task: string; check: string }[]
  headers: Header[]
  sections: Section[]
  /** `#@` lines that are none of those known. */
  unknown: { line: number; text: string }[]
}

/**
 * Reads the `#@` lines: `#@ <host>`, `#@ task <id>` (both hold until the next of their kind) and `#@ fails <task> <check>`.
 * Never throws: lines that it does not know are handed back.
 */
export function parseScript(text: string): ParsedScript {
  const script: ParsedScript = { fails: [], headers: [], sections: [], unknown: [] }
  let section: Section = { line: 1, body: '' }
  const close = () => {
    if (hasCommands(section.body)) script.sections.push(section)
  }
  for (const [index, content] of text.split(/\r?\n/).entries()) {
    const header = readHeader(content, index + 1, script)
    if (header) {
      close()
      section = { ...section, ...header, line: index + 2, body: '' }
    } else section.body += `${content}\n`
  }
  close()
  return script
}

/** The header that begins a section; other `#@` lines are only noted, as bash takes them for comments. */
function readHeader(content: string, line: number, script: ParsedScript): Header | undefined {
  if (!/^#@(\s|$)/.test(content)) return undefined
  const [first = '', second, third, ...rest] = content.slice(2).trim().split(/\s+/)
  if (first === 'fails' && second && third && rest.length === 0) {
    script.fails.push({ line, task: second, check: third })
    return undefined
  }
  const isTask = first === 'task' && second !== undefined && third === undefined
  const isHost = first !== '' && first !== 'task' && first !== 'fails' && second === undefined
  if (!isTask && !isHost) {
    script.unknown.push({ line, text: content.trim() })
    return undefined
  }
  const header: Header = isTask ? { line, task: second } : { line, host: first }
  script.headers.push(header)
  return header
}

function hasCommands(body: string): boolean {
  return body.split('\n').some((line) => line.trim() !== '' && !line.trimStart().startsWith('#'))
}
