import { formatMistake, loadCatalog, toLabView } from './server/catalog/index.ts'
import { siteConfig } from './src/build/site-config.ts'

export default siteConfig(async () => {
  const { labs, mistakes } = await loadCatalog('labs')
  if (mistakes.length > 0) {
    throw new Error(['The labs have mistakes; mend them and build again:', ...mistakes.map(formatMistake)].join('\n'))
  }
  return labs.map(toLabView)
})
