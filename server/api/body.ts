import type { z } from 'zod'
import { Problem } from '../errors/index.ts'

/** Throws Problem `bad-request` with every mistake. */
export function parseBody<T>(schema: z.ZodType<T>, body: unknown): T {
  const result = schema.safeParse(body)
  if (result.success) return result.data
  const mistakes = result.error.issues.map(({ path, message }) => [path.join('.') || 'body', message].join(': '))
  throw new Problem('bad-request', mistakes.join('; '))
}
