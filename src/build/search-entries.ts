import { type CollectionEntry, getCollection, render } from 'astro:content'
import { questions } from 'virtual:patchbay/interview'
import { labs } from 'virtual:patchbay/labs'
import type { Entry } from '../search.ts'
import { sectionsOf } from './plain-text.ts'
import { topicName } from './topics.ts'
import { inOrder } from './track.ts'

/** All text of the site, in pieces that have addresses. */
export async function searchEntries(): Promise<Entry[]> {
  return [...(await lessonEntries()), ...labEntries(), ...questionEntries(), ...(await referenceEntries())]
}

async function lessonEntries(): Promise<Entry[]> {
  const lessons = inOrder(await getCollection('lessons'))
  const entries = lessons.map(async (lesson) => {
    const { title, description, lab } = lesson.data
    const vars = labs.find(({ id }) => id === lab)?.vars ?? {}
    const headings = (await render(lesson)).headings.filter(({ depth }) => depth === 2 || depth === 3)
    const [opening, ...sections] = sectionsOf(lesson.body ?? '', vars)
    if (headings.length !== sections.length)
      throw new Error(
        `Lesson "${lesson.id}": ${headings.length} headings, but ${sections.length} sections for the search.`,
      )
    const page = `/lessons/${lesson.id}/`
    return [
      { id: page, title, place: 'Lesson', text: `${description} ${opening?.text}` },
      ...sections.map(({ heading, text }, n) => ({
        id: `${page}#${headings[n]?.slug}`,
        title: heading,
        place: `Lesson: ${title}`,
        text,
      })),
    ]
  })
  return (await Promise.all(entries)).flat()
}

function labEntries(): Entry[] {
  return labs.map(({ id, title, topic, kind, tasks }) => ({
    id: `/labs/${id}/`,
    title,
    place: `Lab, ${kind}: ${topicName(topic)}`,
    text: tasks.map((task) => task.title).join('. '),
  }))
}

function questionEntries(): Entry[] {
  return questions.map(({ id, question, topic, points, wrongTurns, answer }) => ({
    id: `/practice/${id}/`,
    title: question,
    place: `Interview question: ${topicName(topic)}`,
    text: [answer, ...points.map(({ say }) => say), ...wrongTurns.map(({ say, but }) => `${say} ${but}`)].join(' '),
  }))
}

async function referenceEntries(): Promise<Entry[]> {
  const [drivers, triage, faq, glossary] = await Promise.all([
    getCollection('drivers'),
    getCollection('triage'),
    getCollection('faq'),
    getCollection('glossary'),
  ])
  const entry = (anchor: string, place: string, title: string, ...texts: string[]): Entry => ({
    id: `/reference/${anchor}`,
    title,
    place: `Reference: ${place}`,
    text: texts.join(' ').replaceAll('`', ''),
  })
  return [
    ...drivers.map(({ data: { id, name, flag, separates, names, inbound, mtu, use } }) =>
      entry(`#driver-${id}`, 'driver', name, use, flag, separates, names, inbound, `MTU ${mtu}`),
    ),
    ...triage.map(({ data: { id, symptom, look, mend, beware } }) =>
      entry(`triage/${id}/`, 'triage', symptom, ...look.flatMap(lookTexts), mend, beware),
    ),
    ...faq.map(({ data: { id, question, answer } }) => entry(`#faq-${id}`, 'question', question, answer)),
    ...glossary.map(({ data: { id, term, text } }) => entry(`#term-${id}`, 'glossary', term, text)),
  ]
}

function lookTexts({ run, tells, answers = [] }: CollectionEntry<'triage'>['data']['look'][number]): string[] {
  return [run, tells, ...answers.flatMap(({ is, means }) => [is, means])]
}
