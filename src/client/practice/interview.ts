import {
  type InterviewQuestion,
  type MockRound,
  type MockState,
  PRACTICE_LIMITS,
} from '../../../server/protocol/index.ts'
import { pointsIn } from './match.ts'

/** What to draw a mock interview from. */
export interface Choice {
  /** Highest level to be asked. */
  level: number
  /** Topics; empty for all. */
  topics: string[]
  /** How many questions. */
  count: number
}

/** What is asked now: a question, or a follow-up to one. */
export interface Prompt {
  round: number
  question: InterviewQuestion
  /** The point that was left out, when this is a follow-up. */
  point?: string
  text: string
}

export interface Report {
  topics: { topic: string; hit: number; all: number }[]
  missed: { question: InterviewQuestion; points: string[] }[]
  hit: number
  all: number
}

const FOLLOW_UPS = 2

/** Draws questions that fit, spread over topics. `random` gives numbers from 0 to 1. */
export function draw(
  questions: InterviewQuestion[],
  { level, topics, count }: Choice,
  random: () => number,
): MockState {
  const fitting = questions.filter((one) => one.level <= level && (topics.length === 0 || topics.includes(one.topic)))
  const shuffled = fitting.map((one) => ({ one, at: random() })).sort((a, b) => a.at - b.at)
  const byTopic = [...Map.groupBy(shuffled, ({ one }) => one.topic).values()]
  const spread = Array.from({ length: fitting.length }, (_, turn) => byTopic.flatMap((list) => list[turn] ?? [])).flat()
  const chosen = spread.slice(0, Math.min(count, PRACTICE_LIMITS.rounds)).map(({ one }) => one)
  return {
    minutes: chosen.reduce((sum, { minutes }) => sum + minutes, 0),
    rounds: chosen.map(({ id }) => ({ question: id, answer: '', followUps: [], hit: [], done: false })),
    over: false,
  }
}

/** What to ask next; undefined when all was asked. */
export function nextPrompt(state: MockState, questions: InterviewQuestion[]): Prompt | undefined {
  const round = state.rounds.findIndex(({ done }) => !done)
  const present = state.rounds[round]
  const question = questions.find(({ id }) => id === present?.question)
  if (!present || !question) return undefined
  if (present.answer === '') return { round, question, text: question.question }
  const point = followUp(present, question)
  return point && { round, question, point: point.id, text: point.followUp! }
}

/** The interview after an answer to what was asked; an empty one says "I don't know". */
export function answered(state: MockState, questions: InterviewQuestion[], text: string): MockState {
  const prompt = nextPrompt(state, questions)
  if (!prompt) return state
  const said = text.trim().slice(0, PRACTICE_LIMITS.answer) || '-'
  const rounds = state.rounds.map((round, at) => {
    if (at !== prompt.round) return round
    const next = prompt.point
      ? { ...round, followUps: [...round.followUps, { point: prompt.point, answer: said }] }
      : { ...round, answer: said }
    return settled(next, prompt.question)
  })
  return { ...state, rounds }
}

/** What was said, point by point. */
export function report(state: MockState, questions: InterviewQuestion[]): Report {
  const asked = state.rounds.flatMap((round) => {
    const question = questions.find(({ id }) => id === round.question)
    return question ? [{ round, question }] : []
  })
  const topics = [...Map.groupBy(asked, ({ question }) => question.topic)].map(([topic, list]) => ({
    topic,
    hit: list.reduce((sum, { round }) => sum + round.hit.length, 0),
    all: list.reduce((sum, { question }) => sum + question.points.length, 0),
  }))
  const missed = asked.map(({ round, question }) => ({
    question,
    points: question.points.map(({ id }) => id).filter((id) => !round.hit.includes(id)),
  }))
  const total = (key: 'hit' | 'all') => topics.reduce((sum, one) => sum + one[key], 0)
  return { topics, missed: missed.filter(({ points }) => points.length > 0), hit: total('hit'), all: total('all') }
}

/** Marks the points made so far; the round is done when there is nothing more to ask. */
function settled(round: MockRound, question: InterviewQuestion): MockRound {
  const text = [round.answer, ...round.followUps.map(({ answer }) => answer)].join('\n')
  const next = { ...round, hit: pointsIn(text, question.points).map(({ id }) => id) }
  return { ...next, done: followUp(next, question) === undefined }
}

/** The first point left out that has a question of its own, at most two of them. */
function followUp({ hit, followUps }: MockRound, question: InterviewQuestion) {
  if (followUps.length >= FOLLOW_UPS) return undefined
  const asked = followUps.map(({ point }) => point)
  return question.points.find(({ id, followUp }) => followUp && !hit.includes(id) && !asked.includes(id))
}
