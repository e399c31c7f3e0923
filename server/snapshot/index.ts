export { collect, type Wanted } from './collect.ts'
export * from './snapshot.ts'
