import type { AstroUserConfig } from 'astro'
import type { LabView } from '../../server/protocol/index.ts'
import { findMistakes, labOf } from './lesson-source.ts'
import { markVars } from './var-marks.ts'

type Plugin = Extract<NonNullable<NonNullable<AstroUserConfig['vite']>['plugins']>[number], { name: string }>

const MODULE = 'virtual:patchbay/labs'

/** Gives pages the labs (`virtual:patchbay/labs`), checks each lesson against them and marks its `{{vars}}`. */
export function lessonPlugin(loadLabs: () => Promise<LabView[]>): Plugin {
  let loading: Promise<LabView[]> | undefined
  const labs = () => {
    loading ??= loadLabs()
    return loading
  }
  return {
    name: 'patchbay:lessons',
    enforce: 'pre',
    buildStart: async () => {
      await labs()
    },
    resolveId: (id) => (id === MODULE ? `\0${MODULE}` : undefined),
    load: async (id) => (id === `\0${MODULE}` ? `export const labs = ${JSON.stringify(await labs())}` : undefined),
    transform: {
      filter: { id: /\/content\/lessons\/[^?]*\.mdx$/ },
      handler: async (code, id) => prepareLesson(code, id, await labs()),
    },
    configureServer(server) {
      server.watcher.add('labs')
      server.watcher.on('all', (_event, path) => {
        if (!/(^|\/)labs\/[^/]+\/lab\.yaml$/.test(path)) return
        loading = undefined
        server.restart()
      })
    },
  }
}

function prepareLesson(code: string, path: string, labs: LabView[]): string {
  const mistakes = findMistakes(code, labs)
  if (mistakes.length > 0) {
    const lines = mistakes.map(({ line, found, expected }) => `  line ${line}: found ${found}, expected ${expected}`)
    throw new Error(`${path} has ${mistakes.length} mistake(s):\n${lines.join('\n')}\nCorrect them and build again.`)
  }
  const vars = labs.find(({ id }) => id === labOf(code))?.vars ?? {}
  const bodyAt = code.indexOf('\n---', 3)
  return code.slice(0, bodyAt) + markVars(code.slice(bodyAt), vars)
}
