import { AsyncLocalStorage } from 'node:async_hooks'
import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import { databaseFault } from './fault.ts'

type Method = 'run' | 'all' | 'values' | 'get'

/** The one connection to the SQLite file. Statements outside a transaction wait until it has ended. */
export class Connection {
  readonly #sqlite: DatabaseSync
  /** Set in everything that a transaction calls; `open` ends with it, so that a straggler queues like anybody else. */
  readonly #transaction = new AsyncLocalStorage<{ open: boolean }>()
  #last: Promise<unknown> = Promise.resolve()

  constructor(file: string) {
    this.#sqlite = guard(() => new DatabaseSync(file, { timeout: 5000 }), file)
    // WAL with FULL: what was answered as saved survives a power cut.
    guard(() => this.#sqlite.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL'), file)
  }

  /** Runs one statement, in the shape that drizzle's sqlite-proxy expects. */
  query(sql: string, params: SQLInputValue[], method: Method): Promise<{ rows: never[] }> {
    const work = async () => guard(() => this.#execute(sql, params, method))
    return this.#transaction.getStore()?.open ? work() : this.#enqueue(work)
  }

  /** All or nothing. Queries made by `work`, however deep, belong to it; so does a transaction inside it. */
  transaction<T>(work: () => Promise<T>): Promise<T> {
    if (this.#transaction.getStore()?.open) return work()
    return this.#enqueue(async () => {
      const scope = { open: true }
      guard(() => this.#sqlite.exec('BEGIN IMMEDIATE'))
      try {
        const result = await this.#transaction.run(scope, work)
        guard(() => this.#sqlite.exec('COMMIT'))
        return result
      } finally {
        scope.open = false
        // SQLite has rolled back by itself after some faults, such as a full disk.
        if (this.#sqlite.isTransaction) this.#sqlite.exec('ROLLBACK')
      }
    })
  }

  close(): Promise<void> {
    return this.#enqueue(async () => this.#sqlite.close())
  }

  #execute(sql: string, params: SQLInputValue[], method: Method): { rows: never[] } {
    const statement = this.#sqlite.prepare(sql)
    statement.setReturnArrays(true)
    if (method === 'get') return { rows: statement.get(...params) as unknown as never[] }
    if (method !== 'run') return { rows: statement.all(...params) as unknown as never[] }
    statement.run(...params)
    return { rows: [] }
  }

  #enqueue<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#last.then(work)
    this.#last = result.catch(() => {})
    return result
  }
}

function guard<T>(work: () => T, file?: string): T {
  try {
    return work()
  } catch (error) {
    throw databaseFault(error, file)
  }
}
