export { type Interview, loadInterview } from './load.ts'
export { questionDefinition } from './question.ts'
export type { Question } from './read.ts'
