import type { InterviewQuestion, MockView } from '../../../server/protocol/index.ts'
import { topicName } from '../../build/topics.ts'
import { h } from '../dom.ts'
import { type Report, report } from './interview.ts'

/** The report of an interview: points by topic, what was missed, and how it compares. */
export function reportBody(own: Report, earlier: Report[]): Node[] {
  return [
    h('p', { class: 'lead' }, `${own.hit} of ${own.all} points.`, comparison(own, earlier)),
    h('p', { class: 'muted' }, 'Points are found by their words. Read the rubric and judge for yourself.'),
    h('ul', { class: 'topic-scores' }, ...own.topics.map(topicScore)),
    ...(own.missed.length > 0
      ? [h('h3', {}, 'Left out'), h('ul', { class: 'missed' }, ...own.missed.map(missed))]
      : []),
  ]
}

/** One line of the list of earlier interviews. */
export function historyItem(mock: MockView, questions: InterviewQuestion[]): HTMLElement {
  const { hit, all, topics } = report(mock, questions)
  const day = new Date(mock.startedAt).toLocaleDateString(undefined, { dateStyle: 'medium' })
  return h('li', {}, `${day}: ${hit} of ${all} points (${topics.map(({ topic }) => topicName(topic)).join(', ')})`)
}

function comparison(own: Report, earlier: Report[]): string {
  const shares = earlier.filter(({ all }) => all > 0).map(({ hit, all }) => hit / all)
  if (shares.length === 0) return ''
  const before = Math.round((shares.reduce((sum, share) => sum + share, 0) / shares.length) * 100)
  return ` That is ${Math.round((own.hit / own.all) * 100)} %; earlier ones ${before} % on average.`
}

function topicScore({ topic, hit, all }: Report['topics'][number]): HTMLElement {
  const meter = h('meter', { min: '0', max: String(all), value: String(hit), 'aria-label': topicName(topic) })
  return h('li', {}, h('span', {}, topicName(topic)), meter, h('span', {}, `${hit} of ${all}`))
}

function missed({ question, points }: Report['missed'][number]): HTMLElement {
  const says = points.map((id) => h('li', {}, question.points.find((point) => point.id === id)?.say ?? id))
  const link = h('a', { href: `/practice/${question.id}/` }, question.question)
  return h('li', {}, link, h('ul', {}, ...says))
}
