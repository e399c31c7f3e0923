export { type Lab, labVars, type Script, tasksOf } from './lab.ts'
export { loadCatalog, loadScripts } from './load.ts'
export { formatMistake, type Mistake } from './mistake.ts'
export { toLabView, varTexts } from './view.ts'
