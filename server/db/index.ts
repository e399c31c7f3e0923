export { type Database, openDatabase } from './database.ts'
export { isUniqueViolation } from './fault.ts'
export * as tables from './tables.ts'
