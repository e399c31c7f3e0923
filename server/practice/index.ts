export { movePractice } from './guests.ts'
export { createPractice, type Practice } from './practice.ts'
