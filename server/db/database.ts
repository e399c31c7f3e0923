import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { drizzle, type SqliteRemoteDatabase } from 'drizzle-orm/sqlite-proxy'
import { migrate } from 'drizzle-orm/sqlite-proxy/migrator'
import { Connection } from './connection.ts'
import { databaseFault } from './fault.ts'

/** What the server remembers: learners, sessions, progress. */
export interface Database {
  /** Queries. Inside `transaction` they belong to it. */
  orm: SqliteRemoteDatabase
  /** All or nothing; transactions run one after the other, in the order of the calls. */
  transaction<T>(work: () => Promise<T>): Promise<T>
  /** Waits for what was asked before. */
  close(): Promise<void>
}

const migrationsFolder = fileURLToPath(new URL('./migrations', import.meta.url))

/**
 * Opens the SQLite file, made with its folder where there is none, and brings its tables up to date. Several processes
 * may do so at once. Throws Problem `storage-failed`.
 */
export async function openDatabase(file: string): Promise<Database> {
  try {
    mkdirSync(dirname(file), { recursive: true })
  } catch (error) {
    throw databaseFault(error, file)
  }
  const connection = new Connection(file)
  const orm = drizzle((sql, params, method) => connection.query(sql, params, method))
  // In one transaction that holds the write lock, so that a second process finds the work done.
  await connection.transaction(() =>
    migrate(
      orm,
      async (statements) => {
        for (const statement of statements) await connection.query(statement, [], 'run')
      },
      { migrationsFolder },
    ),
  )
  return { orm, transaction: (work) => connection.transaction(work), close: () => connection.close() }
}
