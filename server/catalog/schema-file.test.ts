import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { checks } from '../grader/index.ts'
import { describeAt, type JsonSchema, labSchema, schemaText } from './schema-file.ts'

test('labs/lab.schema.json is current; `node server/catalog/write-schema.ts` makes it so', async () => {
  expect(await readFile(new URL('../../labs/lab.schema.json', import.meta.url), 'utf8')).toBe(schemaText())
})

test('every field that an author can write is described', () => {
  const bare: string[] = []
  const visit = (schema: JsonSchema | undefined, path: string) => {
    for (const [key, field] of Object.entries(schema?.properties ?? {})) {
      if (!field.description && !field.anyOf?.some((option) => option.description)) bare.push(`${path}.${key}`)
      visit(field, `${path}.${key}`)
    }
    if (typeof schema?.additionalProperties === 'object') visit(schema.additionalProperties, `${path}.*`)
    if (schema?.items && !Array.isArray(schema.items)) visit(schema.items, `${path}[]`)
    for (const option of schema?.anyOf ?? []) visit(option, path)
  }
  visit(labSchema(), 'lab')
  expect(bare).toEqual([])
})

/** The schema of a task's field, and of a check's parameter. */
const taskField = (name: string) => (labSchema().properties?.tasks?.items as JsonSchema | undefined)?.properties?.[name]
const checkSchemas = () => (taskField('checks')?.items as JsonSchema | undefined)?.properties ?? {}
const parameter = (check: string, name: string) => checkSchemas()[check]?.properties?.[name]

test('an editor offers every check', () => {
  expect(Object.keys(checkSchemas())).toEqual(checks.map((one) => one.name))
})

test('a placeholder may stand for a number and within a name, but not for an id', () => {
  expect(parameter('dnat', 'port')?.anyOf).toContainEqual({ type: 'string', pattern: '^\\{\\{[^{}]+\\}\\}$' })
  expect('{{net}}').toMatch(new RegExp(parameter('network', 'name')?.pattern as string))
  expect('{{net}}').not.toMatch(new RegExp(taskField('id')?.pattern as string))
})

test('what a field means is found by its path', () => {
  expect(describeAt(labSchema(), ['tasks', 0, 'checks', 1, 'dnat', 'port'])).toBe('Port inside the container.')
  expect(describeAt(labSchema(), ['hosts', 'host-1', 'engine'])).toContain('Generation')
  expect(describeAt(labSchema(), ['no', 'such'])).toBe('')
})
