import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: [
      { test: { name: 'unit', include: ['{server,src,setup}/**/*.test.ts'] } },
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
      { test: { name: 'engines', include: ['tests/engines/**/*.test.ts'], testTimeout: 300_000 } },
    ],
  },
})
