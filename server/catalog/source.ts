import { isMap, isPair, isScalar, isSeq, LineCounter, type Node, type Pair, parseDocument, visit } from 'yaml'
import type { Mistake } from './mistake.ts'

type Path = readonly (string | number)[]

/** A YAML file that remembers where everything stands. */
export interface Source {
  file: string
  /** As plain data; meaningless when there are mistakes. */
  data: unknown
  /** Errors of syntax, all of them. */
  mistakes: Mistake[]
  /** Line of what stands at a path, or of the nearest thing around it. From 1. */
  lineOf(path: Path): number
  /** Every text in it, keys apart. */
  texts: { path: Path; text: string; line: number }[]
}

export function readSource(file: string, text: string): Source {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const lineAt = (offset: number) => lines.linePos(offset).line
  const rows = text.split('\n')
  const mistakes = document.errors.map((error) => ({
    file,
    line: lineAt(error.pos[0]),
    found: quote(rows[lineAt(error.pos[0]) - 1]?.trim() ?? ''),
    expected: 'YAML',
    hint: error.message,
  }))
  return {
    file,
    data: mistakes.length > 0 ? undefined : document.toJS(),
    mistakes,
    lineOf: (path) => lineAt(offsetOf(document.contents, path)),
    texts: mistakes.length > 0 ? [] : textsOf(document.contents, lineAt),
  }
}

function offsetOf(root: Node | null, path: Path): number {
  let node: unknown = root
  let offset = root?.range?.[0] ?? 0
  for (const step of path) {
    if (isMap(node)) {
      const pair: Pair | undefined = node.items.find((item) => keyOf(item) === String(step))
      if (!pair) break
      offset = (pair.key as Node).range?.[0] ?? offset
      node = pair.value
    } else if (isSeq(node) && node.items[Number(step)] !== undefined) {
      node = node.items[Number(step)]
      offset = (node as Node).range?.[0] ?? offset
    } else break
  }
  return offset
}

function textsOf(root: Node | null, lineAt: (offset: number) => number): Source['texts'] {
  const texts: Source['texts'] = []
  visit(root as Node, {
    Scalar(key, scalar, ancestors) {
      if (key === 'key' || typeof scalar.value !== 'string') return
      const path = [...ancestors, scalar].flatMap((node, depth, all) => step(all[depth - 1], node))
      texts.push({ path, text: scalar.value, line: lineAt(scalar.range?.[0] ?? 0) })
    },
  })
  return texts
}

function step(parent: unknown, node: unknown): (string | number)[] {
  if (isPair(node)) return [keyOf(node)]
  if (isSeq(parent)) return [parent.items.indexOf(node)]
  return []
}

function keyOf(pair: Pair): string {
  return isScalar(pair.key) ? String(pair.key.value) : String(pair.key)
}

/** A value as it is shown in a mistake: in one short line. */
export function quote(value: unknown): string {
  if (value === undefined) return 'nothing'
  const shown = JSON.stringify(value)
  return shown.length > 60 ? `${shown.slice(0, 57)}…` : shown
}
