import { join } from 'node:path'
import { root } from '../../setup/paths.mjs'
import { Problem } from '../errors/index.ts'
import { loadLessons } from '../lesson/index.ts'
import { type BlockReport, testLesson } from './lesson-test.ts'
import { print, say } from './output.ts'
import { labNamed, withHosts } from './workshop.ts'

const lessonsFolder = join(root, 'content/lessons')

/** Every block of a lesson, or of all of them, on real hosts. */
export async function test(
  slug: string | undefined,
  { json, engine = '26' }: { json?: boolean; engine?: string },
): Promise<boolean> {
  const lessons = await loadLessons(lessonsFolder)
  const chosen = lessons.filter((lesson) => slug === undefined || lesson.slug === slug)
  if (chosen.length === 0) {
    const known = lessons.map((lesson) => lesson.slug).join(', ')
    throw new Problem('bad-request', `There is no lesson ${slug}.`, { remedy: `There are: ${known}.` })
  }
  const reports = await withHosts(async (hosts) => {
    const all: BlockReport[] = []
    for (const lesson of chosen)
      all.push(...(await testLesson(hosts, lesson, labNamed, engine, (one) => say(line(one)))))
    return all
  })
  const failed = reports.filter(({ ok }) => !ok)
  print(
    json,
    reports,
    `${reports.length - failed.length} of ${reports.length} blocks as shown${failed.map(details).join('')}`,
  )
  return failed.length === 0
}

const line = ({ lesson, block, line, host, ok, ms }: BlockReport) =>
  `${ok ? '✓' : '✗'} ${lesson} block ${block}, line ${line}, ${host}  ${(ms / 1000).toFixed(1)} s`

const details = ({ lesson, block, line, expected, observed }: BlockReport) =>
  `\n\n✗ ${lesson} block ${block}, line ${line}\n--- the lesson shows\n${expected}\n--- it printed\n${observed}`
