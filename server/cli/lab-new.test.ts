import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { loadCatalog } from '../catalog/index.ts'
import { newLab } from './lab-new.ts'

let folder: string
beforeEach(async () => {
  vi.spyOn(process.stdout, 'write').mockReturnValue(true)
  folder = await mkdtemp(join(tmpdir(), 'patchbay-new-'))
})
afterEach(async () => {
  vi.restoreAllMocks()
  await rm(folder, { recursive: true })
})

test('a new lab is sound and has a solution, another way and two wrong ones', async () => {
  expect(await newLab('my-lab', folder, { json: true })).toBe(true)
  const { labs, mistakes } = await loadCatalog(folder)
  expect(mistakes).toEqual([])
  expect(labs[0]).toMatchObject({ id: 'my-lab' })
  expect(labs[0]).toHaveProperty('tasks.length', 3)
  expect(labs[0]).toHaveProperty('alternatives.length', 1)
  expect(labs[0]).toHaveProperty('wrong.length', 2)
})

test('an id that cannot be one and a folder that is there are refused, and nothing is overwritten', async () => {
  await expect(newLab('My Lab', folder, {})).rejects.toThrow('expected lower-case letters')
  await newLab('my-lab', folder, { json: true })
  await rm(join(folder, 'my-lab/setup.sh'))
  await expect(newLab('my-lab', folder, {})).rejects.toThrow('already')
  expect((await loadCatalog(folder)).mistakes.length).toBeGreaterThan(0)
})
