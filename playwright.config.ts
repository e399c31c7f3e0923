import { defineConfig } from '@playwright/test'

export default defineConfig({
  testDir: 'tests/e2e',
  globalSetup: './tests/e2e/server.ts',
  // Shared machines are slow at times: a time limit here only ends what hangs.
  timeout: 300_000,
  expect: { timeout: 30_000 },
  workers: 2,
  // What a slow moment of a shared machine broke passes the second time, and is told as flaky.
  retries: 1,
  use: {
    trace: 'retain-on-failure',
    launchOptions: {
      executablePath: '/usr/bin/chromium',
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
})
