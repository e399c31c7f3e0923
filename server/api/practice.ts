import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { type Accounts, requireAccount } from '../auth/index.ts'
import type { Practice } from '../practice/index.ts'
import { type MockState, type NewReview, PRACTICE_LIMITS, type PracticeView, RATINGS } from '../protocol/index.ts'
import { parseBody } from './body.ts'

type OneMock = { Params: { id: string } }

const id = z.string().max(100)
const points = z.array(id).max(20)
const answer = z.string().max(PRACTICE_LIMITS.answer)

const newReview: z.ZodType<NewReview> = z.strictObject({ question: id, rating: z.enum(RATINGS), hit: points })

const mockState: z.ZodType<MockState> = z.strictObject({
  minutes: z.int().min(1).max(240),
  rounds: z
    .array(
      z.strictObject({
        question: id,
        answer,
        followUps: z.array(z.strictObject({ point: id, answer })).max(PRACTICE_LIMITS.followUps),
        hit: points,
        done: z.boolean(),
      }),
    )
    .min(1)
    .max(PRACTICE_LIMITS.rounds),
  over: z.boolean(),
})

/** Room for the longest interview, written in a script of four bytes a letter. */
const bodyLimit = PRACTICE_LIMITS.rounds * (1 + PRACTICE_LIMITS.followUps) * PRACTICE_LIMITS.answer * 4

const rateLimit = { max: 120, keyGenerator: ({ ip, visitor }: FastifyRequest) => visitor.account?.id ?? ip }

export function practiceRoutes(api: FastifyInstance, parts: { practice: Practice; accounts: Accounts }): void {
  const { practice, accounts } = parts

  /** The visitor's account, or a new guest: practice is kept without signing up. */
  const whoPractises = async ({ visitor }: FastifyRequest, reply: FastifyReply): Promise<string> => {
    if (visitor.account || visitor.expired) return requireAccount(visitor).id
    const guest = await accounts.startGuest()
    reply.header('set-cookie', guest.cookie)
    return guest.account.id
  }

  api.get(
    '/practice',
    async ({ visitor }): Promise<PracticeView> =>
      visitor.account ? practice.viewOf(visitor.account.id) : { cards: [], reviews: [], mocks: [] },
  )

  api.post('/practice/reviews', { config: { rateLimit } }, async (request, reply) => {
    const review = parseBody(newReview, request.body)
    return practice.review(await whoPractises(request, reply), review)
  })

  api.post('/practice/mocks', { config: { rateLimit }, bodyLimit }, async (request, reply) => {
    const state = parseBody(mockState, request.body)
    return reply.code(201).send(await practice.startMock(await whoPractises(request, reply), state))
  })

  api.put<OneMock>('/practice/mocks/:id', { config: { rateLimit }, bodyLimit }, async ({ params, visitor, body }) =>
    practice.saveMock(requireAccount(visitor).id, params.id, parseBody(mockState, body)),
  )
}
