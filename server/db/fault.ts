import { Problem } from '../errors/index.ts'

/** A row with this key exists already. */
class UniqueViolation extends Error {}

// https://sqlite.org/rescode.html: the low byte is the primary code.
const UNIQUE_CODES = [2067, 1555]
const STORAGE_CODES: Record<number, string> = {
  3: 'has no permission',
  5: 'is locked by another process for more than 5 s',
  6: 'is locked by another process for more than 5 s',
  8: 'is read-only',
  10: 'cannot be read or written',
  11: 'is damaged',
  13: 'cannot grow: the disk is full',
  14: 'cannot be opened or created',
  26: 'is not a database',
}

/** What an error of SQLite or of the file system around it means. `file`: for whoever runs the server, not for learners. */
export function databaseFault(error: unknown, file = ''): unknown {
  if (!(error instanceof Error)) return error
  if ('errcode' in error && typeof error.errcode === 'number') {
    if (UNIQUE_CODES.includes(error.errcode)) return new UniqueViolation(error.message, { cause: error })
    const meaning = STORAGE_CODES[error.errcode & 0xff]
    return meaning ? storageFailed(file, meaning, error) : error
  }
  return 'syscall' in error ? storageFailed(file, `cannot be opened or created (${error.message})`, error) : error
}

/** drizzle puts errors of the connection inside its own. */
export function isUniqueViolation(error: unknown): boolean {
  return error instanceof UniqueViolation || (error instanceof Error && isUniqueViolation(error.cause))
}

function storageFailed(file: string, meaning: string, cause: Error): Problem {
  return new Problem('storage-failed', `The database${file && ` ${file}`} ${meaning}.`, { cause })
}
