import { asRefusal } from '../api.ts'
import { h, part, setText } from '../dom.ts'
import { showProblem } from '../problem-box.ts'
import { excerpt, resultWords } from './excerpt.ts'
import { type Found, search } from './index.ts'

const SHOWN = 20
/** The count is told when typing pauses, not with every letter. */
const PAUSE_MS = 400

/** Makes a search of an input, a list and a status below `root`. `changed` is told each query. */
export function searchBox(root: HTMLElement, changed: (query: string) => void = () => {}): void {
  const input = part<HTMLInputElement>(root, 'query')
  const list = part(root, 'results')
  const problem = part(root, 'search-problem')
  let telling: ReturnType<typeof setTimeout> | undefined

  const show = async () => {
    const query = input.value.trim()
    changed(query)
    try {
      const found = query ? await search(query) : []
      // An answer to what stands there no longer.
      if (query !== input.value.trim()) return
      showProblem(problem, undefined)
      list.replaceChildren(...found.slice(0, SHOWN).map(resultItem))
      clearTimeout(telling)
      telling = setTimeout(() => setText(part(root, 'status'), query ? resultWords(found.length, query) : ''), PAUSE_MS)
    } catch (error) {
      showProblem(problem, asRefusal(error), () => void show())
    }
  }
  input.addEventListener('input', () => void show())
  part<HTMLFormElement>(root, 'search').addEventListener('submit', (event) => {
    event.preventDefault()
    list.querySelector('a')?.click()
  })
  root.addEventListener('keydown', (event) => walk(event, input, list))
  if (input.value) void show()
}

/** Up and down lead from the input through the results and back. */
function walk(event: KeyboardEvent, input: HTMLElement, list: HTMLElement): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
  const stops = [input, ...list.querySelectorAll('a')]
  const at = stops.indexOf(document.activeElement as HTMLElement)
  const next = step === undefined || at < 0 ? undefined : stops[at + step]
  if (!next) return
  event.preventDefault()
  next.focus()
}

function resultItem({ id, title, place, text, terms }: Found): HTMLElement {
  const marked = (whole: string) =>
    excerpt(whole, terms).map((piece) => (piece.hit ? h('mark', {}, piece.text) : piece.text))
  return h(
    'li',
    { class: 'result' },
    h('a', { href: id }, title),
    h('span', { class: 'muted' }, place),
    h('p', {}, ...marked(text)),
  )
}
