import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { root } from './paths.mjs'

/** A hash over the names, modes and contents of files and folders of the checkout. */
export function fingerprint(...paths) {
  const hash = createHash('sha256')
  const visit = (path) => {
    const stat = statSync(path)
    if (stat.isDirectory()) {
      for (const name of readdirSync(path).sort()) visit(join(path, name))
      return
    }
    hash.update(`${relative(root, path)} ${stat.mode & 0o111}\n`).update(readFileSync(path))
  }
  for (const path of paths) if (existsSync(join(root, path))) visit(join(root, path))
  return hash.digest('hex').slice(0, 12)
}

/** Whether what `mark` stands beside was made for this fingerprint. */
export function isDone(mark, sum) {
  return existsSync(mark) && readFileSync(mark, 'utf8') === sum
}

export function markDone(mark, sum) {
  writeFileSync(mark, sum)
}
