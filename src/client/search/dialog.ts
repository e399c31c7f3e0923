import { h, part } from '../dom.ts'
import { slashOpens } from '../slash-key.ts'
import { searchBox } from './box.ts'

let dialog: HTMLDialogElement | undefined

/** The search above the page; made when it is opened first. */
export function openSearch(): void {
  dialog ??= make()
  if (!dialog.open) dialog.showModal()
  part<HTMLInputElement>(dialog, 'query').select()
}

function make(): HTMLDialogElement {
  const close = () => made.close()
  const input = h('input', { type: 'search', id: 'search-query', 'data-part': 'query', autocomplete: 'off' })
  const slash = h('input', { type: 'checkbox', change: () => (slashOpens.value = slash.checked) })
  slash.checked = slashOpens.value
  const made = h(
    'dialog',
    { class: 'search-dialog', 'aria-label': 'Search' },
    h(
      'form',
      { 'data-part': 'search', role: 'search' },
      h('label', { for: 'search-query' }, 'Search lessons, labs, questions and the reference'),
      h(
        'div',
        { class: 'search-line' },
        input,
        h('button', { type: 'button', class: 'button', click: close }, 'Close'),
      ),
    ),
    h('p', { class: 'muted', 'data-part': 'status', role: 'status' }),
    h('div', { class: 'problem', 'data-part': 'search-problem', role: 'alert', hidden: true }),
    h('ol', { class: 'results', 'data-part': 'results' }),
    h('label', { class: 'search-slash muted' }, slash, ' The key / opens the search; Ctrl K always does'),
  )
  document.body.append(made)
  // A result on this very page: the dialog would stay in front of it.
  made.addEventListener('click', (event) => {
    if (event.target === made || (event.target as Element).closest('.results a')) close()
  })
  // In a search field Escape would empty the field first.
  input.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    close()
  })
  searchBox(made)
  return made
}
