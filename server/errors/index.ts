export type { ErrorCode } from './catalogue.ts'
export { Problem } from './problem.ts'
