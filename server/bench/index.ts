export { type Bench, type Row, rowOf } from './row.ts'
export { Stage } from './stage.ts'
