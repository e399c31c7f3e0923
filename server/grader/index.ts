export { answers } from './answers/index.ts'
export { checks } from './checks/index.ts'
export {
  answerNeeds,
  disturbancesOf,
  disturbs,
  gradeAnswer,
  gradeTasks,
  needsOf,
  optionsOf,
  questionsOf,
  type TaskOutcome,
} from './grade.ts'
export { hintsFor } from './hints.ts'
export type { Task } from './task.ts'
