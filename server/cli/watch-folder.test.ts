import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { watchFolder } from './watch-folder.ts'

let folder: string
let saves: number
let stop: () => void
const save = (name: string) => writeFile(join(folder, name), name)
const savedOnce = async () => {
  await vi.waitFor(() => expect(saves).toBe(1), { timeout: 5000 })
  await sleep(300)
  expect(saves).toBe(1)
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'patchbay-watch-'))
  await mkdir(join(folder, 'wrong'))
  await save('lab.yaml')
  await save('wrong/a.sh')
  saves = 0
  stop = watchFolder(
    folder,
    (name) => !name.endsWith('~'),
    () => saves++,
  )
  // What happened before may be told yet.
  await sleep(400)
  saves = 0
})
afterEach(async () => {
  stop()
  await rm(folder, { recursive: true })
})

test('several files saved at once are one save', async () => {
  await Promise.all([save('lab.yaml'), save('setup.sh'), save('wrong/a.sh')])
  await savedOnce()
})

test('a file that an editor puts in place of the old one is a save, time and again', async () => {
  await save('lab.yaml~')
  await rename(join(folder, 'lab.yaml~'), join(folder, 'lab.yaml'))
  await savedOnce()
  saves = 0
  await save('lab.yaml')
  await savedOnce()
})

test('a file in a folder below is one, too, also where the folder is new', async () => {
  await save('wrong/a.sh')
  await savedOnce()
  await mkdir(join(folder, 'alternatives'))
  await sleep(400)
  saves = 0
  await save('alternatives/b.sh')
  await savedOnce()
})

test('a file that does not matter is none, and after the end nothing is', async () => {
  await save('notes~')
  await sleep(400)
  stop()
  await save('lab.yaml')
  await sleep(400)
  expect(saves).toBe(0)
})
