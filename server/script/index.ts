export { envName, scriptEnv } from './env.ts'
export { runScript, type ScriptOutcome } from './run.ts'
export { type ParsedScript, parseScript } from './script.ts'
export { shownSolution } from './shown-solution.ts'
