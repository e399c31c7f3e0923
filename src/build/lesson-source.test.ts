import { describe, expect, it } from 'vitest'
import type { LabView } from '../../server/protocol/index.ts'
import { findMistakes, labOf } from './lesson-source.ts'

const lab: LabView = {
  id: 'names-that-resolve',
  title: 'Names that resolve',
  lesson: 'dns',
  topic: 'dns',
  kind: 'incident',
  level: 2,
  minutes: 15,
  requires: [],
  hosts: ['host-1'],
  vars: { net: 'shop-net' },
  tasks: [],
}
const lesson = (body: string, id = lab.id, covers = '') => `---
covers: [${covers}]
lab: ${id}
---
${body}`
const mistakes = (source: string) => findMistakes(source, [lab])

describe('a lesson', () => {
  it('without mistakes passes', () => {
    expect(mistakes(lesson('# {{net}}\n<Lab id="names-that-resolve" />\n<Unit ids="a b" />', lab.id, 'a, b'))).toEqual(
      [],
    )
  })

  it('names its lab in the frontmatter', () => {
    expect(labOf(lesson(''))).toBe('names-that-resolve')
    expect(labOf('no frontmatter')).toBeUndefined()
  })

  it('with an unknown lab in the frontmatter is told the labs there are', () => {
    expect(mistakes(lesson('', 'nope'))).toEqual([
      { line: 3, found: 'lab "nope"', expected: 'one of names-that-resolve' },
    ])
  })

  it('reports all its mistakes, in the order of their lines', () => {
    const body = 'In {{nett}}\n\n<Lab id="other" />\n<Unit ids="a b" />\n<Unit ids="b" />'
    expect(mistakes(lesson(body, lab.id, 'a, b'))).toEqual([
      { line: 5, found: '{{nett}}', expected: 'a var of lab "names-that-resolve": net' },
      { line: 7, found: 'lab "other"', expected: 'one of names-that-resolve' },
      { line: 9, found: 'unit "b" again', expected: 'each unit once' },
    ])
  })

  it('teaches the units that it claims, and claims those that it teaches', () => {
    expect(mistakes(lesson('<Unit ids="b c" />', lab.id, 'a, b'))).toEqual([
      { line: 2, found: '"a" in covers', expected: 'a passage with <Unit ids="a" />' },
      { line: 5, found: 'unit "c"', expected: 'only units that the frontmatter lists in covers' },
    ])
  })

  it('may show unknown names, labs and units in code', () => {
    const body = '`{{end}}` and ``<Lab id="x" />``\n\n```mdx\n{{nett}}\n<Lab id="other" />\n```\n\n~~~\n{{a}}\n~~~'
    expect(mistakes(lesson(body))).toEqual([])
  })

  it('is read on after a code block', () => {
    expect(mistakes(lesson('```bash\necho\n```\n{{nett}}'))).toMatchObject([{ line: 8, found: '{{nett}}' }])
  })
})
