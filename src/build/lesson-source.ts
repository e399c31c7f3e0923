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

function frontmatterOf(source: string): { lab?: unknown; covers?: unknown } {
  const frontmatter = FRONTMATTER.exec(source)?.[1]
  return (frontmatter === undefined ? undefined : parse(frontmatter)) ?? {}
}

/** The lab that a lesson's frontmatter names, if it can be read. */
export function labOf(source: string): string | undefined {
  const { lab } = frontmatterOf(source)
  return typeof lab === 'string' ? lab : undefined
}

/** Units that the frontmatter claims to cover. */
export function coversOf(source: string): string[] {
  const { covers } = frontmatterOf(source)
  return Array.isArray(covers) ? covers.map(String) : []
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
    ...unclaimedUnits(prose, source),
    ...untaughtUnits(prose, source),
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

/** The units that passages carry, with the line of each. */
function unitsIn(prose: string): { id: string; line: number }[] {
  return [...prose.matchAll(UNIT)].flatMap((match) =>
    (match[1] ?? '')
      .split(/\s+/)
      .filter(Boolean)
      .map((id) => ({ id, line: lineOf(prose, match.index) })),
  )
}

function repeatedUnits(prose: string): LessonMistake[] {
  const seen = new Set<string>()
  return unitsIn(prose)
    .filter(({ id }) => seen.has(id) || !seen.add(id))
    .map(({ id, line }) => ({ line, found: `unit "${id}" again`, expected: 'each unit once' }))
}

function unclaimedUnits(prose: string, source: string): LessonMistake[] {
  const claimed = coversOf(source)
  return unitsIn(prose)
    .filter(({ id }) => !claimed.includes(id))
    .map(({ id, line }) => ({
      line,
      found: `unit "${id}"`,
      expected: 'only units that the frontmatter lists in covers',
    }))
}

function untaughtUnits(prose: string, source: string): LessonMistake[] {
  const taught = new Set(unitsIn(prose).map(({ id }) => id))
  return coversOf(source)
    .filter((id) => !taught.has(id))
    .map((id) => ({
      line: lineOf(source, source.search(/^covers:/m)),
      found: `"${id}" in covers`,
      expected: `a passage with <Unit ids="${id}" />`,
    }))
}

const list = (words: string[]) => words.join(', ') || '(none)'

const lineOf = (text: string, index: number) => text.slice(0, Math.max(index, 0)).split('\n').length

/** Spaces in place of what matches, so that positions and lines stay. */
function blank(text: string, pattern: RegExp): string {
  return text.replace(pattern, (match) => match.replace(/[^\n]/g, ' '))
}
