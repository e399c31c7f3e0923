import { defineConfig } from 'vitest/config'

/** Minutes of the whole machine each: run by name, with `--project long`. */
const byName = [
  'tests/engine/density.test.ts',
  'tests/engine/lessons.test.ts',
  'tests/engine/noisy.test.ts',
  'tests/engine/escape/escape.test.ts',
  'tests/engine/tamper/tamper.test.ts',
]

export default defineConfig({
  test: {
    projects: [
      // Shared machines are slow at times: a time limit here only ends what hangs.
      { test: { name: 'unit', include: ['{server,src,setup}/**/*.test.ts'], testTimeout: 30_000 } },
      {
        test: {
          name: 'engine',
          include: ['tests/engine/**/*.test.ts'],
          exclude: byName,
          testTimeout: 180_000,
          hookTimeout: 180_000,
          // Two cores: more lab hosts at once only wait for each other.
          maxWorkers: 2,
          // As with the browser tests: what a slow moment broke passes the second time.
          retry: 1,
        },
      },
      { test: { name: 'long', include: byName, testTimeout: 300_000, hookTimeout: 300_000 } },
      // Loads the engine image into an engine of its own first, which takes minutes on a busy machine: run by name.
      { test: { name: 'faults', include: ['tests/faults/**/*.test.ts'], testTimeout: 300_000, hookTimeout: 900_000 } },
      { test: { name: 'engines', include: ['tests/engines/**/*.test.ts'], testTimeout: 300_000 } },
    ],
  },
})
