import { h, part } from './dom.ts'
import { pathWords } from './path-words.ts'
import { searchAddresses } from './search/index.ts'

const NEAR = 5

/** Pages that hold the words of the address that was asked for. */
async function showNear(box: HTMLElement): Promise<void> {
  const words = pathWords(location.pathname)
  const found = words ? await searchAddresses(words) : []
  const items = found
    .slice(0, NEAR)
    .map(({ id, title, place }) => h('li', {}, h('a', { href: id }, title), h('span', { class: 'muted' }, ` ${place}`)))
  part(box, 'near').replaceChildren(...items)
  box.hidden = items.length === 0
}

const box = document.querySelector<HTMLElement>('[data-near]')
// Without the index the page says what it says anyway.
if (box) await showNear(box).catch(() => undefined)
