// Node 24: the machine's own where it is new enough, else from the npm registry.
import { existsSync, mkdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fingerprint, isDone, markDone } from './fingerprint.mjs'
import { node24, root } from './paths.mjs'
import { run, succeeds } from './run.mjs'

const wanted = 24
const own = Number(process.versions.node.split('.')[0])
const binary = own >= wanted ? process.execPath : join(node24, 'bin/node')

/** The environment in which Node 24 comes first and native modules find its headers. */
export function nodeEnvironment() {
  const env = { ...process.env, PATH: `${dirname(binary)}:${process.env.PATH}` }
  return own >= wanted ? env : { ...env, npm_config_nodedir: node24 }
}

export const nodeBinary = () => binary
export const nodeIsReady = () => existsSync(binary)

export async function installNode(onLine) {
  if (nodeIsReady()) return
  if (process.platform !== 'linux' || !['x64', 'arm64'].includes(process.arch)) {
    throw new Error(
      `Found Node ${process.versions.node}; Patchbay needs Node ${wanted} or newer. Install it, then run this again.`,
    )
  }
  onLine('npm ci')
  await run('npm', ['ci', '--no-audit', '--no-fund'], { cwd: join(root, 'tools/node'), onLine })
}

const dependenciesMark = join(root, 'node_modules/.patchbay')
export const dependenciesAreReady = () => isDone(dependenciesMark, dependenciesSum())
const dependenciesSum = () => fingerprint('package-lock.json', 'tools/node/package-lock.json')

export async function installDependencies(onLine) {
  if (dependenciesAreReady()) return
  await provideCompiler(onLine)
  // One at a time: two that install into one folder break each other.
  const lock = join(root, 'tools/node/node_modules/.patchbay-lock')
  mkdirSync(dirname(lock), { recursive: true })
  const locked = (await succeeds('sh', ['-c', 'command -v flock'])) ? ['flock', lock] : []
  const install = `[ "$(cat ${shell(dependenciesMark)} 2>/dev/null)" = ${dependenciesSum()} ] || npm ci --no-audit --no-fund`
  const [file, ...args] = [...locked, 'sh', '-c', install]
  await run(file, args, { cwd: root, env: nodeEnvironment(), onLine })
  markDone(dependenciesMark, dependenciesSum())
}

const shell = (text) => `'${text.replaceAll("'", `'\\''`)}'`

/** node-pty is compiled when it is installed. */
async function provideCompiler(onLine) {
  if (await succeeds('sh', ['-c', 'command -v g++ && command -v make && command -v python3'])) return
  if (process.getuid?.() !== 0 || !(await succeeds('sh', ['-c', 'command -v apt-get']))) {
    throw new Error(
      'node-pty is compiled here, which needs g++, make and python3. Run:\n\n  sudo apt-get install -y g++ make python3\n',
    )
  }
  process.stderr.write("\nNo compiler here; installing from Debian's packages: g++, make, python3\n")
  await run('apt-get', ['update', '-qq'])
  const packages = ['g++', 'make', 'python3']
  await run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], {
    env: { DEBIAN_FRONTEND: 'noninteractive' },
    onLine,
  })
}
