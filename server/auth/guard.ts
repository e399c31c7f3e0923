import { Problem } from '../errors/index.ts'
import type { AccountView } from '../protocol/index.ts'
import type { Visitor } from './accounts.ts'

/** Throws Problem `session-expired`, `not-signed-in`. */
export function requireAccount({ account, expired }: Visitor): AccountView {
  if (account) return account
  if (expired) throw new Problem('session-expired', 'The session in the cookie is over.')
  throw new Problem('not-signed-in', 'This needs an account or a guest session, and the request came without one.')
}
