import { expect, test } from 'vitest'
import { z } from 'zod'
import { answers } from '../answers/index.ts'
import { checks } from './index.ts'

const kinds = [...checks, ...answers]

test('names are short, in kebab-case, and no two alike', () => {
  const names = kinds.map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
  for (const name of names) expect(name).toMatch(/^[a-z]+(-[a-z]+){0,3}$/)
})

test('every parameter that an author can write is described', () => {
  for (const { name, params } of kinds) {
    const schema = z.toJSONSchema(params, { io: 'input' }) as {
      description?: string
      properties?: Record<string, { description?: string }>
    }
    expect(schema.description, name).toMatch(/\.$/)
    for (const [field, { description }] of Object.entries(schema.properties ?? {})) {
      expect(description, `${name}.${field}`).toBeTruthy()
    }
  }
})
