import { join } from 'node:path'
import { root } from '../../setup/paths.mjs'
import { loadCatalog } from '../catalog/index.ts'
import { loadInterview } from '../interview/index.ts'
import { mistakesText, print } from './output.ts'
import { labsFolder } from './workshop.ts'

/** Every mistake in the questions of interview practice. */
export async function validate({ json }: { json?: boolean }): Promise<boolean> {
  const { labs } = await loadCatalog(labsFolder)
  const { questions, mistakes } = await loadInterview(
    join(root, 'content'),
    labs.map(({ id }) => id),
  )
  print(
    json,
    { questions: questions.length, mistakes },
    mistakes.length > 0 ? mistakesText(mistakes) : `${questions.length} questions without mistakes`,
  )
  return mistakes.length === 0
}
