import { argon2 as argon2Callback, randomBytes, timingSafeEqual } from 'node:crypto'
import { promisify } from 'node:util'

const argon2 = promisify(argon2Callback)

// OWASP's least for argon2id: 19 MiB, two passes, one lane.
const COST = { memory: 19 * 1024, passes: 2, parallelism: 1 }
const SALT_BYTES = 16
const HASH_BYTES = 32
const ENCODED = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]+)$/

/** `$argon2id$v=19$m=…,t=…,p=…$salt$hash`, so that a later, higher cost can live beside this one. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(SALT_BYTES)
  const hash = await digest(password, salt, COST, HASH_BYTES)
  const { memory, passes, parallelism } = COST
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${base64(salt)}$${base64(hash)}`
}

/** Takes as long for somebody unknown (`encoded` null) as for a wrong password. */
export async function verifyPassword(encoded: string | null, password: string): Promise<boolean> {
  const [, memory, passes, parallelism, salt, hash] = ENCODED.exec(encoded ?? NOBODY) ?? []
  if (!salt || !hash) throw new Error('A stored password hash cannot be read.')
  const expected = Buffer.from(hash, 'base64')
  const cost = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) }
  const found = await digest(password, Buffer.from(salt, 'base64'), cost, expected.length)
  return timingSafeEqual(found, expected) && encoded !== null
}

const NOBODY = `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$${base64(Buffer.alloc(SALT_BYTES))}$${base64(Buffer.alloc(HASH_BYTES))}`

function digest(password: string, nonce: Buffer, cost: typeof COST, tagLength: number): Promise<Buffer> {
  // The same characters typed on another keyboard may arrive composed differently.
  return argon2('argon2id', { message: password.normalize('NFKC'), nonce, tagLength, ...cost })
}

function base64(bytes: Buffer): string {
  return bytes.toString('base64').replaceAll('=', '')
}
