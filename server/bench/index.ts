export { type Bench, type Row, rowOf } from './row.ts'
