import { cp, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Problem } from '../errors/index.ts'
import { print } from './output.ts'

const template = join(import.meta.dirname, 'lab-template')
const LAB_ID = /^[a-z][a-z0-9-]+$/

/** Makes a folder with a small lab that is sound and proves itself, to be changed into another one. Overwrites nothing. */
export async function newLab(id: string, folder: string, { json }: { json?: boolean }): Promise<boolean> {
  if (!LAB_ID.test(id))
    throw new Problem(
      'bad-request',
      `Found ${id} as a lab's id; expected lower-case letters, digits and dashes, two or more, beginning with a letter.`,
    )
  const target = join(folder, id)
  if (await stat(target).catch(() => undefined))
    throw new Problem('bad-request', `There is ${target} already.`, {
      remedy: 'Choose another id, or change that lab.',
    })
  await cp(template, target, { recursive: true, errorOnExist: true, force: false })
  const next = ['validate', 'start', 'test'].map((verb) => `npx patchbay lab ${verb} ${id}`)
  print(json, { lab: id, folder: target }, [`${target} is a whole lab: make it yours.`, ...next].join('\n'))
  return true
}
