import type { AccountResponse, AccountView } from '../../server/protocol/index.ts'
import { request } from './api.ts'

let asked: Promise<AccountView | null> | undefined

/** Who this browser is; asked once per page. Throws a Refusal. */
export function account(): Promise<AccountView | null> {
  asked ??= request<AccountResponse>('GET', '/api/account').then((answer) => answer.account)
  return asked
}
