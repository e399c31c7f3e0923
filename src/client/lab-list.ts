import { part, setText } from './dom.ts'
import { choiceOf, countWords, fits, queryOf } from './lab-filter.ts'

const form = part<HTMLFormElement>(document, 'filters')
const items = [...document.querySelectorAll<HTMLElement>('li[data-progress-lab]')]
const clear = part(document, 'clear')

/** What is chosen in the form decides; the address follows. */
function show(): void {
  const choice = choiceOf(new FormData(form))
  for (const item of items) item.hidden = !fits(item.dataset, choice)
  const shown = items.filter(({ hidden }) => !hidden).length
  setText(part(document, 'count'), countWords(shown, items.length))
  part(document, 'none').hidden = shown > 0
  clear.hidden = queryOf(choice) === ''
}

/** What the address says, as far as there is such a choice. */
function read(): void {
  const choice: Record<string, string> = choiceOf(new URLSearchParams(location.search))
  for (const select of form.querySelectorAll('select')) {
    const wanted = choice[select.name] ?? ''
    select.value = [...select.options].some(({ value }) => value === wanted) ? wanted : ''
  }
  show()
}

function changed(): void {
  show()
  history.replaceState(null, '', location.pathname + queryOf(choiceOf(new FormData(form))))
}

form.addEventListener('change', changed)
form.addEventListener('submit', (event) => event.preventDefault())
clear.addEventListener('click', () => {
  for (const select of form.querySelectorAll('select')) select.value = ''
  changed()
  form.querySelector('select')?.focus()
})
read()
// Which are begun and completed is told by the server, a moment later.
await import('./progress-marks.ts')
show()
