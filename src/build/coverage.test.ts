import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { coversOf } from './lesson-source.ts'

// Every unit of content/units.txt is taught by a lesson, or stands in content/units-later.txt until one teaches it. That a
// claimed unit has its passage is checked when the lesson is built.
const content = join(import.meta.dirname, '../../content')
const words = (file: string) => readFileSync(join(content, file), 'utf8').split('\n').filter(Boolean)

const units = words('units.txt')
const later = words('units-later.txt')
const asked = readdirSync(join(content, 'interview')).flatMap(
  (file) => (parse(words(join('interview', file)).join('\n')) as { covers?: string[] }).covers ?? [],
)
const covers = readdirSync(join(content, 'lessons')).map((lesson) => ({
  lesson,
  claimed: coversOf(words(join('lessons', lesson, 'index.mdx')).join('\n')),
}))

test('every unit is covered by a lesson, or waits for one', () => {
  const covered = new Set([...asked, ...covers.flatMap(({ claimed }) => claimed)])
  expect(units.filter((id) => !covered.has(id) && !later.includes(id))).toEqual([])
  expect(
    later.filter((id) => covered.has(id)),
    'covered, and still in units-later.txt',
  ).toEqual([])
})

test('lessons claim no unit that does not exist', () => {
  const unknown = covers.map(({ lesson, claimed }) => ({ lesson, ids: claimed.filter((id) => !units.includes(id)) }))
  expect(unknown.filter(({ ids }) => ids.length > 0)).toEqual([])
  expect(later.filter((id) => !units.includes(id))).toEqual([])
})
