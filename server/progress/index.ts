export { mergeGuest, ownerNow } from './guests.ts'
export { createProgress, type Progress } from './progress.ts'
export { createRuns, type OpenRun, type RunNotes, type Runs } from './runs.ts'
