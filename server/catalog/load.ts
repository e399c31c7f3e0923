import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Lab, Script } from './lab.ts'
import { labVars, tasksOf } from './lab.ts'
import type { Mistake } from './mistake.ts'
import { type LabFiles, readLab, readScripts } from './read-lab.ts'

/** Folder of labs/ that holds no lab. */
const IMAGES = 'images'

export interface Catalog {
  /** Labs without mistakes, by id in alphabetical order. */
  labs: Lab[]
  /** Everything wrong with the others. */
  mistakes: Mistake[]
}

/** Loads every lab below `dir`. Throws only when `dir` itself cannot be read. */
export async function loadCatalog(dir: string): Promise<Catalog> {
  const entries = await readdir(dir, { withFileTypes: true })
  const ids = entries.filter((entry) => entry.isDirectory() && entry.name !== IMAGES).map((entry) => entry.name)
  const read = await Promise.all(ids.sort().map(async (id) => readLab(id, join(dir, id), await filesOf(join(dir, id)))))
  return { labs: read.flatMap(({ lab }) => lab ?? []), mistakes: read.flatMap(({ mistakes }) => mistakes) }
}

/** Scripts of somebody else for a lab: `<dir>/<lab id>/alternatives/*.sh` and `…/wrong/*.sh`; none where there is no folder. */
export async function loadScripts(
  dir: string,
  lab: Lab,
): Promise<Pick<Lab, 'alternatives' | 'wrong'> & { mistakes: Mistake[] }> {
  const folder = join(dir, lab.id)
  const files = await filesOf(folder)
  const tasks = tasksOf(lab, labVars(lab, 0)).map(({ id, checks, answer }) => ({
    id,
    checks: [...checks, ...(answer ? [answer] : [])].map((use) => use.name),
  }))
  const { scripts, mistakes } = readScripts(folder, files, { hosts: Object.keys(lab.hosts), tasks })
  const within = (name: string): Script[] => scripts.filter((script) => script.name.startsWith(`${name}/`))
  return { alternatives: within('alternatives'), wrong: within('wrong'), mistakes }
}

async function filesOf(folder: string): Promise<LabFiles> {
  const names = [
    ...(await namesIn(folder)).filter((name) => ['lab.yaml', 'setup.sh', 'solution.sh'].includes(name)),
    ...(await scriptsIn(folder, 'alternatives')),
    ...(await scriptsIn(folder, 'wrong')),
  ]
  return Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name), 'utf8')])),
  )
}

async function scriptsIn(folder: string, sub: string): Promise<string[]> {
  const names = await namesIn(join(folder, sub))
  return names.filter((name) => name.endsWith('.sh')).map((name) => `${sub}/${name}`)
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).sort()
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) return []
    throw error
  }
}
