/** A lesson as something to run: its command blocks in the order of the text. */
export interface Lesson {
  /** Its address: the folder's name without the number. */
  slug: string
  /** Lab of the frontmatter, where blocks run that name no other. */
  lab: string
  blocks: Block[]
}

/** One block of commands that a reader would type, and what it must print. */
export interface Block {
  /** Place in the lesson, from 1. */
  number: number
  /** Line of the file at which the block begins, from 1. */
  line: number
  /** `lab=…`: another lab than the lesson's. */
  lab?: string
  /** `host=…`: another host than the lab's first. */
  host?: string
  /** `engine="26 28"`: generations on which it runs; empty: on all. */
  engines: string[]
  commands: string
  /** The `text` blocks right below. Where there is none for a generation, the block has to end with 0. */
  outputs: Output[]
}

interface Output {
  /** `engine="20"`: generations that print this; empty: all. */
  engines: string[]
  /** `varies="number order …"`: what may differ from one run to the next, see match.ts. */
  varies: string[]
  text: string
}

interface Fence {
  line: number
  endLine: number
  language: string
  meta: string
  body: string
}

/** Reads the command blocks of an MDX file. */
export function readLesson(slug: string, source: string): Lesson {
  const rows = source.split(/\r?\n/)
  const blocks: Block[] = []
  let last: Fence | undefined
  let open: Block | undefined
  for (const fence of fences(rows)) {
    const follows = last !== undefined && rows.slice(last.endLine, fence.line - 1).every((row) => row.trim() === '')
    if (fence.language === 'text' && follows && open) open.outputs.push(outputOf(fence))
    else open = isRun(fence) ? blockOf(fence, blocks.length + 1) : undefined
    if (open && fence.language === 'bash') blocks.push(open)
    last = fence
  }
  return { slug, lab: /^lab: *(\S+)/m.exec(source)?.[1] ?? '', blocks }
}

/** ```` ```bash norun ```` is for reading: it may need another machine, or time, or break things. */
const isRun = ({ language, meta }: Fence) => language === 'bash' && !/\bnorun\b/.test(meta)

const blockOf = ({ line, meta, body }: Fence, number: number): Block => ({
  number,
  line,
  ...named(meta, 'lab'),
  ...named(meta, 'host'),
  engines: words(meta, 'engine'),
  commands: body,
  outputs: [],
})

const outputOf = ({ meta, body }: Fence): Output => ({
  engines: words(meta, 'engine'),
  varies: words(meta, 'varies'),
  text: body,
})

function option(meta: string, name: string): string | undefined {
  const found = new RegExp(`(?:^|\\s)${name}=(?:"([^"]*)"|(\\S+))`).exec(meta)
  return found?.[1] ?? found?.[2]
}

const words = (meta: string, name: string) => (option(meta, name) ?? '').split(/\s+/).filter(Boolean)

function named<K extends 'lab' | 'host'>(meta: string, name: K): { [key in K]?: string } {
  const value = option(meta, name)
  return (value === undefined ? {} : { [name]: value }) as { [key in K]?: string }
}

function* fences(rows: string[]): Generator<Fence> {
  let open: (Fence & { marks: string; rows: string[] }) | undefined
  for (const [index, row] of rows.entries()) {
    const [, marks = '', language = '', meta = ''] = /^[ \t]*(`{3,}|~{3,})([\w-]*)[ \t]*(.*)$/.exec(row) ?? []
    if (!open) {
      if (marks) open = { line: index + 1, endLine: 0, language, meta, body: '', marks, rows: [] }
    } else if (marks.startsWith(open.marks) && language === '' && meta === '') {
      yield { ...open, endLine: index + 1, body: open.rows.join('\n') }
      open = undefined
    } else open.rows.push(row)
  }
}
