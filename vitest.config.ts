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
          // A machine that others use too may be too slow for a script's 60 s once; not twice.
          retry: 1,
          // Two cores: more lab hosts at once only wait for each other.
          maxWorkers: 2,
        },
      },
    ],
  },
})
