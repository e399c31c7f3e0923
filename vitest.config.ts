import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: [
      // Shared machines are slow at times: a time limit here only ends what hangs.
      { test: { name: 'unit', include: ['{server,src,setup}/**/*.test.ts'], testTimeout: 30_000 } },
      {
        test: {
          name: 'engine',
          include: ['tests/engine/**/*.test.ts'],
          testTimeout: 180_000,
          hookTimeout: 180_000,
          // Two cores: more lab hosts at once only wait for each other.
          maxWorkers: 2,
        },
      },
      // Loads the engine image into an engine of its own first, which takes minutes on a busy machine: run by name.
      { test: { name: 'faults', include: ['tests/faults/**/*.test.ts'], testTimeout: 300_000, hookTimeout: 900_000 } },
    ],
  },
})
