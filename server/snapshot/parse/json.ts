import { z } from 'zod'

/** What comes from a learner's engine may be anything; it is read up to this many characters. */
const MAX_BODY = 4 * 1024 * 1024
/** More networks or containers than this are not a lab's. */
export const MAX_ITEMS = 100

/** A text no longer than anything the engine would say of itself. */
export const shortText = z.string().max(4096)

/** Reads JSON of a known form, or says in one line why it is none. */
export function readJson<T>(text: string, schema: z.ZodType<T>): { value: T } | { reason: string } {
  if (text.length > MAX_BODY) return { reason: `${text.length} characters, more than ${MAX_BODY}` }
  let data: unknown
  try {
    data = JSON.parse(text)
  } catch {
    return { reason: 'no JSON' }
  }
  const parsed = schema.safeParse(data)
  if (parsed.success) return { value: parsed.data }
  const issue = parsed.error.issues[0]
  return { reason: `${issue?.path.join('.') || 'it'}: ${issue?.message ?? 'not as expected'}` }
}
