import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { checksPage } from './checks-page.ts'

test('docs/checks.md is current; `node server/catalog/write-schema.ts` makes it so', async () => {
  expect(await readFile(new URL('../../docs/checks.md', import.meta.url), 'utf8')).toBe(checksPage())
})
