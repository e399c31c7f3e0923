export { type Block, type Lesson, readLesson } from './lesson.ts'
export { loadLessons } from './load.ts'
export { type Bindings, match } from './match.ts'
export { LessonShell } from './shell.ts'
