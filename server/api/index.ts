export { type ApiParts, buildApi } from './app.ts'
