import { formatMistake, loadCatalog, toLabView } from './server/catalog/index.ts'
import { loadInterview } from './server/interview/index.ts'
import { siteConfig } from './src/build/site-config.ts'

const loadLabs = async () => {
  const { labs, mistakes } = await loadCatalog('labs')
  refuse('labs', mistakes)
  return labs.map(toLabView)
}

const loadQuestions = async () => {
  const labs = (await loadCatalog('labs')).labs.map(({ id }) => id)
  const { questions, mistakes } = await loadInterview('content', labs)
  refuse('questions of interview practice', mistakes)
  return questions.map(({ covers, ...question }) => question)
}

function refuse(what, mistakes) {
  if (mistakes.length === 0) return
  throw new Error([`The ${what} have mistakes; mend them and build again:`, ...mistakes.map(formatMistake)].join('\n'))
}

export default siteConfig(loadLabs, loadQuestions)
