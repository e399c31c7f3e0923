export { type Accounts, createAccounts, type SignedIn, type Visitor } from './accounts.ts'
export { requireAccount } from './guard.ts'
