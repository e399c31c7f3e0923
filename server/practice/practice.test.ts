import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { type Accounts, createAccounts } from '../auth/index.ts'
import { type Database, openDatabase } from '../db/index.ts'
import type { MockState } from '../protocol/index.ts'
import { createPractice, type Practice } from './index.ts'

const point = (id: string) => ({ id, say: id, why: id, unit: 'dns.how', terms: [[id]] })
const questions = [
  { id: 'embedded-dns', points: ['resolv-conf', 'dockerd'].map(point) },
  { id: 'masquerade', points: ['host'].map(point) },
]
const round = { question: 'embedded-dns', answer: '', followUps: [], hit: [], done: false }
const mock: MockState = { minutes: 20, rounds: [round], over: false }

let folder: string
let database: Database
let accounts: Accounts
let practice: Practice
let owner: string

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'patchbay-practice-'))
  database = await openDatabase(join(folder, 'patchbay.db'))
  accounts = createAccounts(database, false)
  practice = createPractice(database, questions)
  owner = (await accounts.startGuest()).account.id
})

afterEach(async () => {
  await database.close()
  rmSync(folder, { recursive: true })
})

test('an answer makes the question come back, and keeps which points were made', async () => {
  const { cards, reviews } = await practice.review(owner, {
    question: 'embedded-dns',
    rating: 'good',
    hit: ['dockerd', 'made-up'],
  })
  expect(cards).toMatchObject([{ question: 'embedded-dns', reviews: 1 }])
  expect(new Date(cards[0]!.due).getTime()).toBeGreaterThan(Date.now())
  expect(reviews).toMatchObject([{ question: 'embedded-dns', rating: 'good', hit: ['dockerd'] }])
  expect(await practice.viewOf(owner)).toEqual({ cards, reviews, mocks: [] })
})

test('a question that is not there is refused', async () => {
  const review = practice.review(owner, { question: 'nope', rating: 'good', hit: [] })
  await expect(review).rejects.toMatchObject({ code: 'question-unknown' })
})

test('an interview is kept as it stands until it is over', async () => {
  const { id } = await practice.startMock(owner, mock)
  const said = { ...mock, rounds: [{ ...round, answer: 'dockerd answers', hit: ['dockerd'], done: true }] }
  await practice.saveMock(owner, id, said)
  expect((await practice.viewOf(owner)).mocks).toMatchObject([{ id, ...said }])
  await practice.saveMock(owner, id, { ...said, over: true })
  await expect(practice.saveMock(owner, id, mock)).rejects.toMatchObject({ code: 'mock-unknown' })
  const stranger = (await accounts.startGuest()).account.id
  await expect(practice.saveMock(stranger, id, mock)).rejects.toMatchObject({ code: 'mock-unknown' })
})

test('what a guest practised moves to the account that it signs in to', async () => {
  await accounts.signUp(
    { name: 'learner', password: 'correct horse' },
    { account: null, expired: false, sessionId: '' },
  )
  await practice.review(owner, { question: 'masquerade', rating: 'easy', hit: [] })
  await practice.startMock(owner, mock)
  const visitor = { account: { id: owner, guest: true, name: '' }, expired: false, sessionId: '' }
  const { account } = await accounts.signIn({ name: 'learner', password: 'correct horse' }, visitor)
  expect(await practice.viewOf(account.id)).toMatchObject({
    cards: [{ question: 'masquerade' }],
    reviews: [{ rating: 'easy' }],
    mocks: [{ minutes: 20 }],
  })
})
