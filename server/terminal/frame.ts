import { z } from 'zod'
import { Problem } from '../errors/index.ts'
import { type ClientControl, MAX_INPUT_BYTES, SIZE_LIMITS } from '../protocol/index.ts'

/** Any larger frame is cut off. Above what is allowed, so that somewhat too large is refused in words. */
export const MAX_FRAME_BYTES = 256 * 1024

const between = ([least, most]: readonly [number, number]) => z.int().min(least).max(most)
const size = { cols: between(SIZE_LIMITS.cols), rows: between(SIZE_LIMITS.rows) }
const offset = z.int().min(0)
const id = z.string().max(64)

const control: z.ZodType<ClientControl> = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('attach'), from: offset, shell: id.optional(), client: id, ...size }),
  z.strictObject({ type: z.literal('resize'), ...size }),
  z.strictObject({ type: z.literal('ack'), offset }),
])

/** What a browser sent: keystrokes (binary) or a control message (text). */
export type ClientFrame = { type: 'input'; bytes: Buffer } | ClientControl

/** Throws Problem `frame-refused`, which says what was found and what was expected. */
export function parseFrame(data: Buffer, isBinary: boolean): ClientFrame {
  if (!isBinary) return parseControl(data)
  if (data.length <= MAX_INPUT_BYTES) return { type: 'input', bytes: data }
  throw refused(
    `an input frame of ${data.length} bytes`,
    `at most ${MAX_INPUT_BYTES}; longer input goes in several frames`,
  )
}

function parseControl(data: Buffer): ClientControl {
  const result = control.safeParse(parseJson(data))
  if (result.success) return result.data
  const mistakes = result.error.issues.map(({ path, message }) => [...path, message].join(': '))
  throw refused(`the text frame ${excerpt(data)}`, `attach, resize or ack (${mistakes.join('; ')})`)
}

function parseJson(data: Buffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(data))
  } catch {
    throw refused(`the text frame ${excerpt(data)}`, 'JSON in UTF-8')
  }
}

function excerpt(data: Buffer): string {
  const text = JSON.stringify(data.subarray(0, 60).toString())
  return data.length > 60 ? `${text}…` : text
}

/** A frame that is not one of ours. */
export function refused(found: string, expected: string): Problem {
  return new Problem('frame-refused', `The terminal connection got ${found}. Expected: ${expected}.`)
}
