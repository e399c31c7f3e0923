import type { ErrorBody } from '../../server/protocol/index.ts'

/** A request that did not do what was asked, in words for the reader. */
export class Refusal extends Error {
  readonly code: string
  readonly remedy: string

  constructor(code: string, message: string, remedy: string) {
    super(message)
    this.name = 'Refusal'
    this.code = code
    this.remedy = remedy
  }
}

/** Sends JSON, returns the JSON answered (undefined for 204). Throws a Refusal, always with a remedy. */
export async function request<T>(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown): Promise<T> {
  const response = await fetch(path, {
    method,
    headers: body === undefined ? {} : { 'content-type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  }).catch(() => {
    throw new Refusal(
      'unreachable',
      'The server does not answer.',
      'Check the network and that Patchbay still runs, then try again. Nothing you passed is lost.',
    )
  })
  if (response.status === 204) return undefined as T
  const answer: unknown = await response.json().catch(() => undefined)
  if (response.ok) return answer as T
  const error = (answer as Partial<ErrorBody> | undefined)?.error
  throw error
    ? new Refusal(error.code, error.message, error.remedy)
    : new Refusal(
        'unexpected',
        `The server answered with status ${response.status}, without an explanation.`,
        'Try again in a moment.',
      )
}

/** Any error as a Refusal, so that it can be shown with a remedy. */
export function asRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error
  const message = error instanceof Error ? error.message : String(error)
  return new Refusal('page', `This page ran into an error: ${message}`, 'Reload the page. The lab goes on meanwhile.')
}
