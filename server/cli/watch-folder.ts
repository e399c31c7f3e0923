import { existsSync, type FSWatcher, readdirSync, watch } from 'node:fs'
import { join } from 'node:path'

/** A save is several events: it is over when there was none for this long. */
const QUIET_MS = 150

/**
 * Calls back after each save of a file that `matters`, in a folder or in one right below it, until the function returned is
 * called. Folders are watched, not files: Node loses a file that another one is moved upon, which is how editors save.
 */
export function watchFolder(folder: string, matters: (name: string) => boolean, onSave: () => void): () => void {
  let timer: NodeJS.Timeout | undefined
  let below: FSWatcher[] = []
  const touched = (name: string) => {
    if (!matters(name)) return
    clearTimeout(timer)
    timer = setTimeout(() => {
      // Some may be new, or others of the same name.
      watchBelow()
      onSave()
    }, QUIET_MS)
  }
  const watching = (sub: string) =>
    watch(join(folder, sub), (_event, name) => touched(join(sub, name ?? ''))).on('error', () => {})
  const watchBelow = () => {
    for (const watcher of below) watcher.close()
    below = foldersIn(folder).map(watching)
  }
  const own = watching('')
  watchBelow()
  return () => {
    clearTimeout(timer)
    for (const watcher of [own, ...below]) watcher.close()
  }
}

function foldersIn(folder: string): string[] {
  if (!existsSync(folder)) return []
  const entries = readdirSync(folder, { withFileTypes: true })
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => name)
}
