// The site: prerendered once, again only when something it is made from has changed.
import { join } from 'node:path'
import { fingerprint, isDone, markDone } from './fingerprint.mjs'
import { nodeBinary, nodeEnvironment } from './node.mjs'
import { root } from './paths.mjs'
import { run } from './run.mjs'

const sum = () =>
  fingerprint(
    'astro.config.mjs',
    'src',
    'content',
    'labs',
    'server/protocol',
    'server/catalog',
    'server/interview',
    'package-lock.json',
  )

const mark = join(root, 'dist/.patchbay')

export const siteIsBuilt = () => isDone(mark, sum())

export async function buildSite(onLine) {
  if (siteIsBuilt()) return
  await run(nodeBinary(), [join(root, 'node_modules/astro/bin/astro.mjs'), 'build'], {
    cwd: root,
    env: { ...nodeEnvironment(), ASTRO_TELEMETRY_DISABLED: '1' },
    onLine,
  })
  markDone(mark, sum())
}
