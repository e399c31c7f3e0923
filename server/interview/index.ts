export { loadInterview } from './load.ts'
