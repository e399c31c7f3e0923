import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { coversOf } from './lesson-source.ts'

// Every unit of content/units.txt is taught by a lesson, or asked in interview practice. That a claimed unit has its passage
// is checked when the lesson is built.
const content = join(import.meta.dirname, '../../content')
const words = (file: string) => readFileSync(join(content, file), 'utf8').split('\n').filter(Boolean)

const units = words('units.txt')
const asked = readdirSync(join(content, 'interview')).flatMap(
  (file) => (parse(words(join('interview', file)).join('\n')) as { covers?: string[] }).covers ?? [],
)
const covers = readdirSync(join(content, 'lessons')).map((lesson) => ({
  lesson,
  claimed: coversOf(words(join('lessons', lesson, 'index.mdx')).join('\n')),
}))

test('every unit is covered', () => {
  const covered = new Set([...asked, ...covers.flatMap(({ claimed }) => claimed)])
  expect(units.filter((id) => !covered.has(id))).toEqual([])
})

test('lessons claim no unit that does not exist', () => {
  const unknown = covers.map(({ lesson, claimed }) => ({ lesson, ids: claimed.filter((id) => !units.includes(id)) }))
  expect(unknown.filter(({ ids }) => ids.length > 0)).toEqual([])
})

test('what is often said and wrong, content/errata.txt, is set right in a lesson', () => {
  const told = readdirSync(join(content, 'lessons')).flatMap((lesson) =>
    [...readFileSync(join(content, 'lessons', lesson, 'index.mdx'), 'utf8').matchAll(/<Erratum id="([^"]+)"/g)].map(
      ([, id]) => id,
    ),
  )
  expect(words('errata.txt').filter((id) => !told.includes(id))).toEqual([])
})
