import { join } from 'node:path'
import { root } from '../../setup/paths.mjs'
import { Problem } from '../errors/index.ts'
import { USUAL_ENGINE } from '../lab-host/index.ts'
import { type Lesson, loadLessons } from '../lesson/index.ts'
import { AT_ONCE } from './lab-test.ts'
import { type BlockReport, testLesson } from './lesson-test.ts'
import { print, say } from './output.ts'
import { allOf, pool } from './pool.ts'
import { generations, labNamed, withHosts } from './workshop.ts'

const lessonsFolder = join(root, 'content/lessons')

interface TestOptions {
  json?: boolean
  /** A generation, or `all`. */
  engine?: string
  /** Lessons at once. */
  atOnce?: number
}

/** Every block of a lesson, or of all of them, on real hosts. */
export async function test(
  slug: string | undefined,
  { json, engine = USUAL_ENGINE, atOnce = AT_ONCE }: TestOptions,
): Promise<boolean> {
  const engines = engine === 'all' ? generations : [engine]
  const lessons = await loadLessons(lessonsFolder)
  const chosen = lessons.filter((lesson) => slug === undefined || lesson.slug === slug)
  if (chosen.length === 0) {
    const known = lessons.map((lesson) => lesson.slug).join(', ')
    throw new Problem('bad-request', `There is no lesson ${slug}.`, { remedy: `There are: ${known}.` })
  }
  const reports = await withHosts(async (hosts) => {
    const run = pool(atOnce)
    const prove = (lesson: Lesson, engine: string) =>
      run(() => testLesson(hosts, lesson, labNamed, engine, (one) => say(line(one))))
    return (await allOf(engines.flatMap((engine) => chosen.map((lesson) => prove(lesson, engine))))).flat()
  }, engines)
  const failed = reports.filter(({ ok }) => !ok)
  print(
    json,
    reports,
    `${reports.length - failed.length} of ${reports.length} blocks as shown${failed.map(details).join('')}`,
  )
  return failed.length === 0
}

const line = ({ lesson, engine, block, line, host, ok, ms }: BlockReport) =>
  `${ok ? '✓' : '✗'} ${lesson} on engine ${engine}, block ${block}, line ${line}, ${host}  ${(ms / 1000).toFixed(1)} s`

const details = ({ lesson, engine, block, line, expected, observed }: BlockReport) =>
  `\n\n✗ ${lesson} on engine ${engine}, block ${block}, line ${line}\n--- the lesson shows\n${expected}\n--- it printed\n${observed}`
