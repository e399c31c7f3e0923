import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Mistake } from '../catalog/index.ts'
import { type Known, type Question, readQuestion } from './read.ts'

export interface Interview {
  /** Questions without mistakes, by id in alphabetical order. */
  questions: Question[]
  /** Everything wrong with the others. */
  mistakes: Mistake[]
}

/** Loads every `*.yaml` of a folder of content/interview, and the units of `content/units.txt` they may name. */
export async function loadInterview(content: string, labs: string[]): Promise<Interview> {
  const folder = join(content, 'interview')
  const known: Known = { units: await readUnits(content), labs }
  const names = (await readdir(folder)).filter((name) => name.endsWith('.yaml')).sort()
  const read = await Promise.all(
    names.map(async (name) =>
      readQuestion(name.replace(/\.yaml$/, ''), join(folder, name), await readFile(join(folder, name), 'utf8'), known),
    ),
  )
  return {
    questions: read.flatMap(({ question }) => question ?? []),
    mistakes: read.flatMap(({ mistakes }) => mistakes),
  }
}

async function readUnits(content: string): Promise<string[]> {
  return (await readFile(join(content, 'units.txt'), 'utf8')).split('\n').filter((line) => line !== '')
}
