/** What belongs together in a bash script: a command with its continued lines, here-documents, strings and blocks. */
export interface Unit {
  /** From 0, in the text given. */
  line: number
  /** One line or several, without the last line break. */
  text: string
}

const OPENING = ['if', 'for', 'while', 'until', 'select', 'case', '{']
const CLOSING = ['fi', 'done', 'esac', '}']
/** After these words a command begins, as it does after a semicolon. */
const LEADING = ['if', 'while', 'until', 'then', 'do', 'else', 'elif', '{', '!']

/** Takes a script apart. Empty lines and comments between commands belong to none. */
export function unitsOf(script: string): Unit[] {
  const units: Unit[] = []
  let open: { unit: Unit; state: State } | undefined
  for (const [line, text] of script.split('\n').entries()) {
    if (!open && /^\s*(#|$)/.test(text)) continue
    if (open) open.unit.text += `\n${text}`
    else open = { unit: { line, text }, state: { inside: [], depth: 0, documents: [], continued: '' } }
    read(text, open.state)
    if (!isOpen(open.state)) {
      units.push(open.unit)
      open = undefined
    }
  }
  return open ? [...units, { ...open.unit, text: open.unit.text.trimEnd() }] : units
}

interface State {
  /** What the next character stands in, the innermost last. */
  inside: ('"' | "'" | '(' | '$(')[]
  /** Blocks that are not closed. */
  depth: number
  /** Here-documents to come, by the line that ends each. */
  documents: { end: string; tabs: boolean }[]
  /** What carries the line on: a backslash at once, an operator after the here-documents. */
  continued: '' | '\\' | 'operator'
}

const isOpen = ({ inside, depth, documents, continued }: State) =>
  inside.length > 0 || depth > 0 || documents.length > 0 || continued !== ''

/** Reads one line on. */
function read(line: string, state: State): void {
  const document = state.documents[0]
  if (document && state.continued !== '\\') {
    if ((document.tabs ? line.replace(/^\t+/, '') : line) === document.end) state.documents.shift()
    return
  }
  state.continued = /(&&|\|)\s*$/.test(line) ? 'operator' : ''
  let leading = true
  for (let at = 0; at < line.length; ) {
    const [piece, leads] = next(line, at, leading, state)
    at += piece.length
    leading = leads
  }
}

/** The piece of the line that begins here, and whether a command may begin after it. */
function next(line: string, at: number, leading: boolean, state: State): [piece: string, leading: boolean] {
  const rest = line.slice(at)
  const top = state.inside.at(-1)
  if (top === "'") {
    if (rest[0] === "'") state.inside.pop()
    return [rest[0]!, false]
  }
  if (rest[0] === '\\') {
    if (rest.length === 1) state.continued = '\\'
    return [rest.slice(0, 2), false]
  }
  if (rest.startsWith('$(')) {
    state.inside.push('$(')
    return ['$(', true]
  }
  if (rest[0] === '"') {
    if (top === '"') state.inside.pop()
    else state.inside.push('"')
    return ['"', false]
  }
  return top === '"' ? [rest[0]!, false] : command(rest, line[at - 1], leading, state)
}

/** The same outside of strings. */
function command(rest: string, before: string | undefined, leading: boolean, state: State): [string, boolean] {
  if (rest[0] === '#' && (before === undefined || /[\s;&|(]/.test(before))) return [rest, false]
  if (rest[0] === "'") {
    state.inside.push("'")
    return ["'", false]
  }
  if (rest[0] === '(') {
    state.inside.push('(')
    return ['(', true]
  }
  if (rest[0] === ')') {
    const closed = /\(/.test(state.inside.at(-1) ?? '') ? state.inside.pop() : '('
    return [')', closed === '(']
  }
  const [here, tabs, , end] = /^<<(-?)\s*(["']?)([A-Za-z_]\w*)\2/.exec(rest) ?? []
  if (here && end && before !== '<') {
    state.documents.push({ end, tabs: tabs === '-' })
    return [here, false]
  }
  const [space] = /^\s+/.exec(rest) ?? []
  if (space) return [space, leading]
  const [word] = /^[^\s;&|()<>"'\\$]+/.exec(rest) ?? []
  if (!word) return [rest[0]!, /[;&|]/.test(rest[0]!)]
  if (!leading) return [word, false]
  if (OPENING.includes(word)) state.depth++
  if (CLOSING.includes(word)) state.depth--
  return [word, LEADING.includes(word)]
}
