import { defineConfig } from 'vitest/config'

/** Beside nothing else: they use up what a lab host may have and measure a neighbour meanwhile, or fill the machine. */
const alone = ['tests/engine/noisy.test.ts', 'tests/engine/density.test.ts']

export default defineConfig({
  test: {
    projects: [
      // Shared machines are slow at times: a time limit here only ends what hangs.
      {
        test: {
          name: 'unit',
          include: ['{server,src,setup}/**/*.test.ts', 'tests/fixtures/**/*.test.ts'],
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: 'engine',
          include: ['tests/engine/**/*.test.ts'],
          exclude: alone,
          testTimeout: 480_000,
          hookTimeout: 180_000,
          // Two cores: more lab hosts at once only wait for each other.
          maxWorkers: 2,
          maxConcurrency: 2,
          // As with the browser tests: what a slow moment broke passes the second time.
          retry: 1,
        },
      },
      {
        test: {
          name: 'alone',
          include: alone,
          maxWorkers: 1,
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
      // In an engine of their own, which they may kill.
      { test: { name: 'faults', include: ['tests/faults/**/*.test.ts'], testTimeout: 300_000, hookTimeout: 900_000 } },
      {
        test: { name: 'engines', include: ['tests/engines/**/*.test.ts'], testTimeout: 300_000, hookTimeout: 300_000 },
      },
    ],
  },
})
