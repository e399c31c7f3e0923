import type { Rating } from '../../../server/protocol/index.ts'
import { asRefusal } from '../api.ts'
import { h, part } from '../dom.ts'
import { showProblem } from '../problem-box.ts'
import { practice, sendReview } from './api.ts'
import { keepDraft } from './draft.ts'
import { pointsIn } from './match.ts'
import { untilWords } from './words.ts'

const root = document.querySelector<HTMLElement>('article[data-question]')!
const id = root.dataset.question!
const answer = part<HTMLTextAreaElement>(root, 'answer')
const rubric = part<HTMLDetailsElement>(root, 'rubric')
const ratings = part<HTMLFormElement>(root, 'ratings')
const items = [...root.querySelectorAll<HTMLElement>('li[data-point]')]
const box = (item: HTMLElement) => item.querySelector<HTMLInputElement>('input')!
const draft = keepDraft(answer, id)

part<HTMLFormElement>(root, 'answer-form').addEventListener('submit', (event) => {
  event.preventDefault()
  compare()
  rubric.open = true
  part(root, 'points-title').focus()
})
rubric.addEventListener('toggle', () => {
  ratings.hidden = !rubric.open
})
ratings.addEventListener('submit', (event) => {
  event.preventDefault()
  void rate((event.submitter as HTMLButtonElement).value as Rating)
})

/** Ticks what the text seems to hold; what the learner ticked by hand stays. */
function compare(): void {
  const found = pointsIn(
    answer.value,
    items.map(({ dataset }) => ({ id: dataset.point!, terms: JSON.parse(dataset.terms!) as string[][] })),
  )
  part(root, 'explain').hidden = false
  for (const item of items) {
    const match = found.find((one) => one.id === item.dataset.point)
    if (match) box(item).checked = true
    part(item, 'found').textContent = match ? `Found: ${match.words.join(', ')}.` : ''
  }
}

async function rate(rating: Rating): Promise<void> {
  const hit = items.filter((item) => box(item).checked).map(({ dataset }) => dataset.point!)
  const problem = part(root, 'problem')
  try {
    const view = await sendReview({ question: id, rating, hit })
    showProblem(problem, undefined)
    draft.forget()
    ratings.hidden = true
    const now = new Date()
    const due = view.cards.find(({ question }) => question === id)!.due
    const others = view.cards.filter((card) => card.question !== id && new Date(card.due) <= now)
    const next = others[0]
      ? h('a', { class: 'button primary', href: `/practice/${others[0].question}/` }, `Next one due (${others.length})`)
      : h('a', { class: 'button primary', href: '/practice/' }, 'Back to the questions')
    part(root, 'next').replaceChildren(`Noted. This question comes again ${untilWords(new Date(due), now)}. `, next)
    next.focus()
  } catch (error) {
    showProblem(problem, asRefusal(error), () => void rate(rating))
  }
}

const before = (await practice().catch(() => undefined))?.reviews.find(({ question }) => question === id)
if (before) {
  const made = `${before.hit.length} of ${items.length} points`
  part(root, 'next').textContent = `Last time: ${made}, "${before.rating}".`
}
