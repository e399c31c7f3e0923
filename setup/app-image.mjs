// The server's own image: what it needs of this checkout, the packages of production, the built site, Node 24.
import { cpSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { baseImage, emptyFolder } from './images.mjs'
import { nodeBinary, nodeEnvironment } from './node.mjs'
import { root } from './paths.mjs'
import { run } from './run.mjs'

const files = [
  'package.json',
  'package-lock.json',
  '.npmrc',
  'Dockerfile',
  'bin',
  'setup',
  'server',
  'labs',
  'content',
  'dist',
]

export async function buildAppImage(onLine) {
  const folder = await emptyFolder('app')
  try {
    for (const file of files) cpSync(join(root, file), join(folder, file), { recursive: true })
    onLine('packages of production')
    await run('npm', ['ci', '--omit=dev'], { cwd: folder, env: nodeEnvironment(), onLine })
    mkdirSync(join(folder, 'bin'), { recursive: true })
    cpSync(nodeBinary(), join(folder, 'bin/node'))
    const from = await baseImage(onLine)
    await run(
      'docker',
      ['build', '--network', 'host', '--build-arg', `BASE=${from}`, '--tag', 'patchbay/app', folder],
      { onLine },
    )
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
