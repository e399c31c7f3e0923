import { expect, test } from 'vitest'
import type { InterviewQuestion } from '../../../server/protocol/index.ts'
import { answered, type Choice, draw, nextPrompt, report } from './interview.ts'

const question = (id: string, topic: string, level: number): InterviewQuestion => ({
  id,
  question: `What is ${id}?`,
  topic,
  level,
  minutes: 3,
  points: ['one', 'two', 'three', 'four'].map((word) => ({
    id: word,
    say: word,
    why: word,
    unit: 'dns.how',
    terms: [[word]],
    ...(word !== 'two' && { followUp: `And ${word}?` }),
  })),
  wrongTurns: [],
  answer: '',
  proof: { lab: '', run: '', shows: [], means: '' },
})
const questions = [question('a', 'dns', 1), question('b', 'dns', 2), question('c', 'mtu', 2), question('d', 'mtu', 3)]
const all: Choice = { level: 3, topics: [], count: 4 }
const always = () => 0.5

test('questions are drawn by level and topic, spread over the topics', () => {
  const drawn = (choice: Partial<Choice>) =>
    draw(questions, { ...all, ...choice }, always).rounds.map((round) => round.question)
  expect(drawn({ level: 1 })).toEqual(['a'])
  expect(drawn({ topics: ['mtu'] })).toEqual(['c', 'd'])
  expect(drawn({ count: 2 })).toEqual(['a', 'c'])
  expect(draw(questions, all, always).minutes).toBe(12)
})

test('follow-ups ask for what was left out, two at most, and what they bring counts', () => {
  let state = draw(questions, { ...all, count: 1 }, always)
  expect(nextPrompt(state, questions)).toMatchObject({ text: 'What is a?', round: 0 })
  state = answered(state, questions, 'two')
  expect(nextPrompt(state, questions)).toMatchObject({ point: 'one', text: 'And one?' })
  state = answered(state, questions, 'it is one')
  expect(nextPrompt(state, questions)).toMatchObject({ point: 'three' })
  state = answered(state, questions, '')
  expect(nextPrompt(state, questions)).toBeUndefined()
  expect(state.rounds[0]).toMatchObject({ hit: ['one', 'two'], done: true })
})

test('a whole answer is followed by the next question', () => {
  const state = answered(draw(questions, { ...all, count: 2 }, always), questions, 'one two three four')
  expect(nextPrompt(state, questions)).toMatchObject({ round: 1, text: 'What is c?' })
})

test('the report counts points by topic and names what was missed', () => {
  let state = draw(questions, { ...all, count: 2 }, always)
  for (const text of ['one two three four', 'one two', '', '']) state = answered(state, questions, text)
  expect(report(state, questions)).toMatchObject({
    hit: 6,
    all: 8,
    topics: [
      { topic: 'dns', hit: 4, all: 4 },
      { topic: 'mtu', hit: 2, all: 4 },
    ],
    missed: [{ question: { id: 'c' }, points: ['three', 'four'] }],
  })
})
