export { collect } from './collect.ts'
export * from './snapshot.ts'
