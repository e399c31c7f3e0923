export { mergeGuest, ownerNow } from './guests.ts'
export { createProgress, type Progress } from './progress.ts'
