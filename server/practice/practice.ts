import { randomUUID } from 'node:crypto'
import { and, desc, eq, inArray } from 'drizzle-orm'
import { type Database, tables } from '../db/index.ts'
import { Problem } from '../errors/index.ts'
import {
  type InterviewQuestion,
  type MockState,
  type MockView,
  type NewReview,
  PRACTICE_LIMITS,
  type PracticeView,
} from '../protocol/index.ts'
import { review, standing } from './schedule.ts'

const { mockInterviews, practiceCards, practiceReviews } = tables
const SHOWN_REVIEWS = 200

/** Interview practice of one learner: what is due, what was answered, mock interviews. */
export interface Practice {
  viewOf(owner: string): Promise<PracticeView>
  /** The same with every answer there is. */
  allOf(owner: string): Promise<PracticeView>
  /** Notes how an answer went; the question comes again later. Throws Problem `question-unknown`. */
  review(owner: string, review: NewReview): Promise<PracticeView>
  /** A new mock interview; the oldest go when there are too many. Throws Problem `question-unknown`. */
  startMock(owner: string, state: MockState): Promise<MockView>
  /** Keeps an interview as it stands. Throws Problem `mock-unknown` when it is not the owner's, or over already. */
  saveMock(owner: string, id: string, state: MockState): Promise<MockView>
}

export function createPractice(database: Database, questions: Pick<InterviewQuestion, 'id' | 'points'>[]): Practice {
  return new StoredPractice(database, new Map(questions.map(({ id, points }) => [id, points.map((point) => point.id)])))
}

class StoredPractice implements Practice {
  readonly #database: Database
  readonly #orm: Database['orm']
  /** Ids of points by question. */
  readonly #points: Map<string, string[]>

  constructor(database: Database, points: Map<string, string[]>) {
    this.#database = database
    this.#orm = database.orm
    this.#points = points
  }

  viewOf(owner: string): Promise<PracticeView> {
    return this.#database.transaction(() => this.#view(owner))
  }

  allOf(owner: string): Promise<PracticeView> {
    return this.#database.transaction(() => this.#view(owner, Number.MAX_SAFE_INTEGER))
  }

  async review(owner: string, { question, rating, hit }: NewReview): Promise<PracticeView> {
    const made = this.#pointsOf(question).filter((id) => hit.includes(id))
    return this.#database.transaction(async () => {
      const key = and(eq(practiceCards.userId, owner), eq(practiceCards.question, question))
      const [present] = await this.#orm.select().from(practiceCards).where(key)
      const now = new Date()
      const next = review(present?.card, rating, now)
      await this.#orm
        .insert(practiceCards)
        .values({ userId: owner, question, ...next })
        .onConflictDoUpdate({ target: [practiceCards.userId, practiceCards.question], set: next })
      const noted = { id: randomUUID(), userId: owner, question, at: now, rating, hit: made }
      await this.#orm.insert(practiceReviews).values(noted)
      return this.#view(owner)
    })
  }

  async startMock(owner: string, state: MockState): Promise<MockView> {
    const row = { id: randomUUID(), userId: owner, startedAt: new Date(), state: this.#checked(state) }
    return this.#database.transaction(async () => {
      await this.#orm.insert(mockInterviews).values(row)
      const surplus = (await this.#mocks(owner)).slice(PRACTICE_LIMITS.mocks).map(({ id }) => id)
      if (surplus.length > 0) await this.#orm.delete(mockInterviews).where(inArray(mockInterviews.id, surplus))
      return mockView(row)
    })
  }

  async saveMock(owner: string, id: string, state: MockState): Promise<MockView> {
    const checked = this.#checked(state)
    return this.#database.transaction(async () => {
      const present = (await this.#mocks(owner)).find((mock) => mock.id === id)
      if (!present) throw new Problem('mock-unknown', `There is no mock interview ${id} of yours.`)
      if (present.state.over) throw new Problem('mock-unknown', 'This mock interview is over.')
      await this.#orm.update(mockInterviews).set({ state: checked }).where(eq(mockInterviews.id, id))
      return mockView({ ...present, state: checked })
    })
  }

  async #view(owner: string, limit = SHOWN_REVIEWS): Promise<PracticeView> {
    const cards = await this.#orm.select().from(practiceCards).where(eq(practiceCards.userId, owner))
    const reviews = await this.#orm
      .select()
      .from(practiceReviews)
      .where(eq(practiceReviews.userId, owner))
      .orderBy(desc(practiceReviews.at))
      .limit(limit)
    return {
      cards: cards.map(({ question, due, card }) => ({ question, due: due.toISOString(), ...standing(card) })),
      reviews: reviews.map(({ question, at, rating, hit }) => ({ question, at: at.toISOString(), rating, hit })),
      mocks: (await this.#mocks(owner)).map(mockView),
    }
  }

  /** The latest first. */
  #mocks(owner: string) {
    const own = eq(mockInterviews.userId, owner)
    return this.#orm.select().from(mockInterviews).where(own).orderBy(desc(mockInterviews.startedAt))
  }

  #pointsOf(question: string): string[] {
    const points = this.#points.get(question)
    if (!points) throw new Problem('question-unknown', `There is no question ${question}.`)
    return points
  }

  #checked(state: MockState): MockState {
    const rounds = state.rounds.map((round) => {
      const points = this.#pointsOf(round.question)
      return { ...round, hit: points.filter((id) => round.hit.includes(id)) }
    })
    return { ...state, rounds }
  }
}

function mockView({ id, startedAt, state }: { id: string; startedAt: Date; state: MockState }): MockView {
  return { id, startedAt: startedAt.toISOString(), ...state }
}
