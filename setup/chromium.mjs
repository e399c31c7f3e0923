// A browser for the tests: Debian's own, since Playwright cannot download one everywhere.
import { run, succeeds } from './run.mjs'

export const chromiumIsThere = () => succeeds('sh', ['-c', 'command -v chromium'])

export async function provideChromium(onLine) {
  if (await chromiumIsThere()) return
  if (process.getuid?.() !== 0 || !(await succeeds('sh', ['-c', 'command -v apt-get']))) {
    throw new Error('The browser tests need chromium on the PATH. Run:\n\n  sudo apt-get install -y chromium\n')
  }
  await run('apt-get', ['update', '-qq'])
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-dejavu-core'], {
    env: { DEBIAN_FRONTEND: 'noninteractive' },
    onLine,
  })
}
