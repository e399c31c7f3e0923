export { LiveAttempts } from './live-attempts.ts'
export { attemptTasks, bringUp, grade, judgeAnswer, look, newSpec, playScript, varsOf, verify } from './play.ts'
export { replayBefore, taskNamed } from './replay.ts'
export { WarmPool } from './warm-pool.ts'
