import { parse } from 'yaml'
import type { LabView } from '../../server/protocol/index.ts'
import { VAR } from './var-marks.ts'

/** One mistake of a lesson's author. */
export interface LessonMistake {
  line: number
  found: string
  expected: string
}

const FRONTMATTER = /^---\r?\n([\s\S]*?)\r?\n---/
const CODE = /^[ \t]*(`{3,}|~{3,})[^\n]*\n[\s\S]*?^[ \t]*\1[`~]*[ \t]*$|(?<!`)(`+)(?!`)[\s\S]*?(?<!`)\2(?!`)/gm
const LAB = /<Lab\b[^>]*?\bid="([^"]*)"/g
const UNIT = /<Unit\b[^>]*?\bids="([^"]*)"/g

/** The lab that a lesson's frontmatter names, if it can be read. */
export function labOf(source: string): string | undefined {
  const frontmatter = FRONTMATTER.exec(source)?.[1]
  const lab = frontmatter === undefined ? undefined : (parse(frontmatter) as { lab?: unknown } | null)?.lab
  return typeof lab === 'string' ? lab : undefined
}

/** Every mistake in a lesson that neither the frontmatter's schema nor MDX itself reports. */
export function findMistakes(source: string, labs: LabView[]): LessonMistake[] {
  const prose = blank(blank(source, FRONTMATTER), CODE)
  const lab = labs.find(({ id }) => id === labOf(source))
  return [
    ...(lab ? unknownVars(prose, lab) : unknownLab(source, labOf(source) ?? '', labs, source.search(/^lab:/m))),
    ...[...prose.matchAll(LAB)]
      .filter(([, id]) => !labs.some((known) => known.id === id))
      .flatMap((match) => unknownLab(source, match[1] ?? '', labs, match.index)),
    ...repeatedUnits(prose),
  ].sort((a, b) => a.line - b.line)
}

function unknownLab(source: string, id: string, labs: LabView[], index: number): LessonMistake[] {
  return [{ line: lineOf(source, index), found: `lab "${id}"`, expected: `one of ${list(labs.map((lab) => lab.id))}` }]
}

function unknownVars(prose: string, lab: LabView): LessonMistake[] {
  return [...prose.matchAll(VAR)]
    .filter(([, name]) => !Object.hasOwn(lab.vars, name ?? ''))
    .map((match) => ({
      line: lineOf(prose, match.index),
      found: match[0],
      expected: `a var of lab "${lab.id}": ${list(Object.keys(lab.vars))}`,
    }))
}

function repeatedUnits(prose: string): LessonMistake[] {
  const seen = new Set<string>()
  return [...prose.matchAll(UNIT)].flatMap((match) =>
    (match[1] ?? '')
      .split(/\s+/)
      .filter((id) => id !== '' && (seen.has(id) || !seen.add(id)))
      .map((id) => ({ line: lineOf(prose, match.index), found: `unit "${id}" again`, expected: 'each unit once' })),
  )
}

const list = (words: string[]) => words.join(', ') || '(none)'

const lineOf = (text: string, index: number) => text.slice(0, Math.max(index, 0)).split('\n').length

/** Spaces in place of what matches, so that positions and lines stay. */
function blank(text: string, pattern: RegExp): string {
  return text.replace(pattern, (match) => match.replace(/[^\n]/g, ' '))
}
