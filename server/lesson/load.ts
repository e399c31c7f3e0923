import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Lesson, readLesson } from './lesson.ts'

/** Every lesson below `content/lessons`, in the order of its numbers. */
export async function loadLessons(folder: string): Promise<Lesson[]> {
  const names = (await readdir(folder)).filter((name) => /^\d+-/.test(name)).sort()
  return Promise.all(
    names.map(async (name) =>
      readLesson(name.replace(/^\d+-/, ''), await readFile(join(folder, name, 'index.mdx'), 'utf8')),
    ),
  )
}
