import type { CardView } from '../../../server/protocol/index.ts'
import { h, part } from '../dom.ts'
import { practice } from './api.ts'
import { daysBetween, forecast, untilWords } from './words.ts'

const FORECAST_DAYS = 7
const now = new Date()
const items = [...document.querySelectorAll<HTMLElement>('li[data-question]')]
const filters = part<HTMLFormElement>(document, 'filters')

function mark(cards: CardView[]): void {
  for (const item of items) {
    const card = cards.find(({ question }) => question === item.dataset.question)
    const due = card && new Date(card.due)
    item.dataset.state = !due ? 'new' : daysBetween(now, due) <= 0 ? 'due' : 'later'
    item.dataset.progress = item.dataset.state === 'later' ? 'done' : due ? 'begun' : 'new'
    part(item, 'mark').textContent = due ? (item.dataset.state === 'due' ? 'due' : untilWords(due, now)) : ''
  }
}

function board(cards: CardView[], answersInWeek: number): void {
  const due = items.filter(({ dataset }) => dataset.state === 'due')
  part(document, 'due').textContent = String(due.length)
  part(document, 'new').textContent = String(items.length - cards.length)
  part(document, 'week').textContent = String(answersInWeek)
  const days = forecast(
    cards.map((card) => new Date(card.due)),
    now,
    FORECAST_DAYS,
  )
  const top = Math.max(1, ...days)
  part(document, 'forecast').replaceChildren(
    ...days.map((count, day) => {
      const date = new Date(now.getFullYear(), now.getMonth(), now.getDate() + day)
      const name = day === 0 ? 'today' : date.toLocaleDateString(undefined, { weekday: 'short' })
      const bar = h('span', { class: 'bar', 'aria-hidden': 'true' })
      bar.style.blockSize = `${Math.round((count / top) * 100)}%`
      return h('li', {}, bar, h('span', { class: 'bar-count' }, String(count)), h('span', { class: 'bar-day' }, name))
    }),
  )
  const next = due[0] ?? items.find(({ dataset }) => dataset.state === 'new')
  const study = part<HTMLAnchorElement>(document, 'study')
  if (next) study.href = next.querySelector('a')!.href
  study.textContent =
    due.length > 0 ? `Study what is due (${due.length})` : next ? 'Study a new question' : 'Nothing is due'
  part(document, 'board').hidden = cards.length === 0
}

function filter(): void {
  const choice = new FormData(filters)
  const fits = (item: HTMLElement, key: 'topic' | 'level' | 'state') =>
    choice.get(key) === '' || choice.get(key) === item.dataset[key]
  for (const item of items) item.hidden = !(fits(item, 'topic') && fits(item, 'level') && fits(item, 'state'))
  part(document, 'none').hidden = items.some(({ hidden }) => !hidden)
}

filters.addEventListener('change', filter)
mark([])
filter()
// Without a session, or without a server, the questions are simply listed.
const view = await practice().catch(() => undefined)
if (view) {
  mark(view.cards)
  board(view.cards, view.reviews.filter(({ at }) => daysBetween(new Date(at), now) < 7).length)
  filter()
}
