import { join } from 'node:path'
import { afterAll, describe, expect, test } from 'vitest'
import { testLesson } from '../../server/cli/lesson-test.ts'
import { loadLessons, readLesson } from '../../server/lesson/index.ts'
import { root } from '../../setup/paths.mjs'
import { labNamed, newLabHosts } from './lab.ts'

const hosts = newLabHosts()
afterAll(() => hosts.close())

describe.concurrent('every command of a lesson prints what the lesson shows', async () => {
  for (const lesson of await loadLessons(join(root, 'content/lessons'))) {
    test(lesson.slug, { timeout: 900_000 }, async ({ expect }) => {
      const reports = await testLesson(hosts, lesson, labNamed, '26', () => {})
      expect(reports.filter(({ ok }) => !ok)).toEqual([])
      expect(reports.length).toBeGreaterThan(0)
    })
  }
})

test('a block that prints something else, fails, or takes the shell away is told with what it printed', async () => {
  const source = `---
lab: names-that-resolve
---
\`\`\`bash
here=kept; cd /tmp
\`\`\`

\`\`\`bash
echo $here in $PWD, port {{port}}
\`\`\`

\`\`\`text
kept in /tmp, port {{port}}
\`\`\`

\`\`\`bash
echo one >&2
\`\`\`

\`\`\`text
two
\`\`\`

\`\`\`bash
false
\`\`\`

\`\`\`bash
exit 3
\`\`\`
`
  const reports = await testLesson(hosts, readLesson('broken', source), labNamed, '26', () => {})
  expect(reports.map(({ ok }) => ok)).toEqual([true, true, false, false, false])
  expect(reports[1]).toMatchObject({ lesson: 'broken', engine: '26', block: 2, line: 8, host: 'host-1' })
  expect(reports[1]?.observed).toMatch(/^kept in \/tmp, port \d+$/)
  expect(reports[2]).toMatchObject({ expected: 'two', observed: 'one' })
  expect(reports[3]).toMatchObject({ expected: 'exit 0', observed: expect.stringMatching(/^exit 1/) })
  expect(reports[4]?.observed).toContain('the shell ended')
})
