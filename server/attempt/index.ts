export { LiveAttempts } from './live-attempts.ts'
export { attemptTasks, bringUp, grade, judgeAnswer, look, newSpec, playScript } from './play.ts'
