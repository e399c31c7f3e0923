import { type Card, createEmptyCard, Rating as Fsrs, fsrs, type Grade } from 'ts-fsrs'
import type { Rating } from '../protocol/index.ts'

const scheduler = fsrs({ enable_fuzz: false })
const grades: Record<Rating, Grade> = { again: Fsrs.Again, hard: Fsrs.Hard, good: Fsrs.Good, easy: Fsrs.Easy }

/** A card as it is stored: the scheduler's fields, times as ISO 8601. */
export type StoredCard = Record<string, unknown>

/** The card after one more answer. `stored` is undefined for a question that was never answered. */
export function review(stored: StoredCard | undefined, rating: Rating, now: Date): { card: StoredCard; due: Date } {
  const { card } = scheduler.next(stored ? revive(stored) : createEmptyCard(now), now, grades[rating])
  return { card: JSON.parse(JSON.stringify(card)), due: card.due }
}

/** How many days until nine in ten would still know it, and how often it was answered. */
export function standing(stored: StoredCard): { stability: number; reviews: number } {
  const { stability, reps } = revive(stored)
  return { stability: Math.round(stability * 10) / 10, reviews: reps }
}

function revive(stored: StoredCard): Card {
  const { due, last_review, ...rest } = stored as unknown as Card & { due: string; last_review?: string }
  return { ...rest, due: new Date(due), ...(last_review && { last_review: new Date(last_review) }) } as Card
}
