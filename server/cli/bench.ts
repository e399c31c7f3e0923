import type { Bench, Row } from '../bench/index.ts'
import { Problem } from '../errors/index.ts'
import { print, say } from './output.ts'

/** Loaded when asked for: some need a browser, which the other commands do not. */
const benches: Record<string, () => Promise<Bench>> = {
  'lab-start': async () => (await import('./bench-lab-start.ts')).benchLabStart,
  density: async () => (await import('./bench-density.ts')).benchDensity,
  echo: async () => (await import('./bench-echo.ts')).benchEcho,
  throughput: async () => (await import('./bench-throughput.ts')).benchThroughput,
  crowd: async () => (await import('./bench-crowd.ts')).benchCrowd,
  pages: async () => (await import('./bench-pages.ts')).benchPages,
  check: async () => (await import('./bench-check.ts')).benchCheck,
}

export async function bench(name: string, { json }: { json?: boolean }): Promise<boolean> {
  const load = Object.hasOwn(benches, name) ? benches[name] : undefined
  if (!load)
    throw new Problem('bad-request', `Found no benchmark ${name}; there are: ${Object.keys(benches).join(', ')}.`)
  const rows = await (await load())(say)
  print(json, rows, table(rows))
  return true
}

function table(rows: Row[]): string {
  const cells = rows.map(({ name, unit, n, p50, p95, max }) => [name, unit, n, p50, p95, max].map(String))
  return [['name', 'unit', 'n', 'p50', 'p95', 'max'], ...cells]
    .map((row) => row.map((cell, column) => (column === 0 ? cell.padEnd(24) : cell.padStart(9))).join(' '))
    .join('\n')
}
