import { writeFile } from 'node:fs/promises'
import { checksPage } from './checks-page.ts'
import { schemaText } from './schema-file.ts'

// `node server/catalog/write-schema.ts`: after a change of what lab.yaml may hold.
await writeFile(new URL('../../labs/lab.schema.json', import.meta.url), schemaText())
await writeFile(new URL('../../docs/checks.md', import.meta.url), checksPage())
