import type { ErrorBody } from '../protocol/index.ts'
import { catalogue, type ErrorCode } from './catalogue.ts'

/** A refusal with a code of the catalogue. `message` says what was found and what was expected. */
export class Problem extends Error {
  readonly code: ErrorCode
  readonly status: number
  readonly remedy: string

  constructor(code: ErrorCode, message: string, options: { remedy?: string; cause?: unknown } = {}) {
    super(message, { cause: options.cause })
    this.name = 'Problem'
    this.code = code
    this.status = catalogue[code].status
    this.remedy = options.remedy ?? catalogue[code].remedy
  }

  get body(): ErrorBody {
    return { error: { code: this.code, message: this.message, remedy: this.remedy } }
  }
}
