import { part } from './dom.ts'
import { searchBox } from './search/box.ts'

const root = document.querySelector<HTMLElement>('[data-search-page]')!
const input = part<HTMLInputElement>(root, 'query')
input.value = new URLSearchParams(location.search).get('q') ?? ''
searchBox(root, (query) =>
  history.replaceState(null, '', query ? `?q=${encodeURIComponent(query)}` : location.pathname),
)
input.focus()
