import { z } from 'zod'
import { labDefinition } from './definition.ts'

export interface JsonSchema {
  description?: string
  properties?: Record<string, JsonSchema>
  items?: JsonSchema | JsonSchema[]
  additionalProperties?: JsonSchema | boolean
  anyOf?: JsonSchema[]
  [keyword: string]: unknown
}

const PLACEHOLDER = '\\{\\{[^{}]+\\}\\}'

/** What authors may write, as JSON schema: editors complete and explain by it. */
export function jsonSchema(definition: z.ZodType): JsonSchema {
  return z.toJSONSchema(definition, { target: 'draft-7', io: 'input' }) as JsonSchema
}

/** What authors write, as JSON schema: `labs/lab.schema.json`, by which editors complete and explain lab.yaml. */
export function labSchema(): JsonSchema {
  return z.toJSONSchema(labDefinition, {
    target: 'draft-7',
    io: 'input',
    override: ({ jsonSchema, path }) => {
      if (path[1] === 'tasks' && path.at(-1) !== 'id') allowPlaceholder(jsonSchema as JsonSchema)
    },
  }) as JsonSchema
}

/** `{{…}}` may stand where a number is wanted, and inside a text of a certain form. */
function allowPlaceholder(schema: JsonSchema): void {
  if (typeof schema.pattern === 'string') schema.pattern = `${PLACEHOLDER}|${schema.pattern}`
  if (schema.type !== 'integer' && schema.type !== 'number') return
  const { description, ...number } = schema
  for (const key of Object.keys(schema)) delete schema[key]
  Object.assign(schema, { description, anyOf: [number, { type: 'string', pattern: `^${PLACEHOLDER}$` }] })
}

export function schemaText(): string {
  return `${JSON.stringify(labSchema(), null, 2)}\n`
}

/** What the schema says of the thing at a path; empty where it says nothing. */
export function describeAt(schema: JsonSchema, path: readonly PropertyKey[]): string {
  let at: JsonSchema | undefined = schema
  for (const step of path) at = at && inside(at, step)
  return at?.description ?? ''
}

function inside(schema: JsonSchema, step: PropertyKey): JsonSchema | undefined {
  const named = schema.properties?.[String(step)]
  if (named) return named
  if (typeof step === 'number') return Array.isArray(schema.items) ? schema.items[step] : schema.items
  if (typeof schema.additionalProperties === 'object') return schema.additionalProperties
  return schema.anyOf?.map((option) => inside(option, step)).find((found) => found !== undefined)
}
