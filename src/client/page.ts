import { account } from './account.ts'
import { searchKeys } from './search-keys.ts'
import { serverDown } from './server-down.ts'
import { themeToggle } from './theme.ts'

const toggle = document.querySelector<HTMLElement>('[data-theme-toggle]')
if (toggle) themeToggle(toggle)

const opener = document.querySelector<HTMLElement>('[data-search-open]')
if (opener) searchKeys(opener)

const link = document.querySelector<HTMLAnchorElement>('[data-account-link]')
const bar = document.querySelector<HTMLElement>('[data-server-down]')
// A server that cannot say who we are leaves the link as it is: "Sign in".
const who = await account().catch((error) => {
  if (bar) serverDown(bar, error)
  return null
})
if (link && who) {
  link.href = '/account/'
  link.textContent = who.guest ? 'Guest' : who.name
}
