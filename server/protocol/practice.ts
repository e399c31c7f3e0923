/** How well a question went: the words of spaced repetition. */
export const RATINGS = ['again', 'hard', 'good', 'easy'] as const
export type Rating = (typeof RATINGS)[number]

/** Where one learner stands with one question. */
export interface CardView {
  question: string
  /** ISO 8601. */
  due: string
  /** Days until nine in ten would still know it. */
  stability: number
  reviews: number
}

/** One answer, as it was judged by the learner. */
interface ReviewView {
  question: string
  /** ISO 8601. */
  at: string
  rating: Rating
  /** Ids of the points that the answer held. */
  hit: string[]
}

/** `GET /api/practice`, and what every change answers. */
export interface PracticeView {
  /** Questions answered before; every other one is new. */
  cards: CardView[]
  /** The latest first, at most 200. */
  reviews: ReviewView[]
  mocks: MockView[]
}

/** Body of `POST /api/practice/reviews`. */
export interface NewReview {
  question: string
  rating: Rating
  hit: string[]
}

/** One question of a mock interview. */
export interface MockRound {
  question: string
  /** Empty until it was answered. */
  answer: string
  /** Asked because their points were left out, in the order asked. */
  followUps: { point: string; answer: string }[]
  /** Ids of the points that were made, after the follow-ups. */
  hit: string[]
  done: boolean
}

/** Body of `PUT /api/practice/mocks/:id`: the interview as it stands. */
export interface MockState {
  /** Time for the whole interview. */
  minutes: number
  rounds: MockRound[]
  /** True once the report is shown; nothing changes after that. */
  over: boolean
}

export interface MockView extends MockState {
  id: string
  /** ISO 8601. */
  startedAt: string
}

/** Bounds of what is kept. */
export const PRACTICE_LIMITS = { answer: 6000, rounds: 12, followUps: 3, mocks: 50 } as const
