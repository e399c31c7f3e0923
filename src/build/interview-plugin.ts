import type { AstroUserConfig } from 'astro'
import type { InterviewQuestion } from '../../server/protocol/index.ts'

type Plugin = Extract<NonNullable<NonNullable<AstroUserConfig['vite']>['plugins']>[number], { name: string }>

const MODULE = 'virtual:patchbay/interview'

/** Gives pages the questions of interview practice (`virtual:patchbay/interview`). */
export function interviewPlugin(loadQuestions: () => Promise<InterviewQuestion[]>): Plugin {
  return {
    name: 'patchbay:interview',
    resolveId: (id) => (id === MODULE ? `\0${MODULE}` : undefined),
    load: async (id) =>
      id === `\0${MODULE}` ? `export const questions = ${JSON.stringify(await loadQuestions())}` : undefined,
    configureServer(server) {
      server.watcher.add('content/interview')
      server.watcher.on('all', (_event, path) => {
        if (/(^|\/)content\/interview\/[^/]+\.yaml$/.test(path)) server.restart()
      })
    },
  }
}
