import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Attempts } from '../attempt/attempts.ts'
import { requireAccount } from '../auth/index.ts'
import { AttemptEvents } from './attempt-events.ts'
import { parseBody } from './body.ts'

type OneAttempt = { Params: { id: string } }

const answer = z.object({ task: z.string().max(100), text: z.string().max(1000) })

export function attemptRoutes(api: FastifyInstance, { attempts }: { attempts: Attempts }): void {
  api.get<OneAttempt>('/attempts/:id', ({ params, visitor }) => attempts.view(params.id, requireAccount(visitor).id))

  api.get<OneAttempt>('/attempts/:id/events', { exposeHeadRoute: false }, ({ params, visitor }, reply) =>
    reply
      .header('content-type', 'text/event-stream')
      .header('cache-control', 'no-cache, no-transform')
      .send(new AttemptEvents(attempts, params.id, requireAccount(visitor).id)),
  )

  api.post<OneAttempt>('/attempts/:id/reset', ({ params, visitor }) =>
    attempts.reset(params.id, requireAccount(visitor).id),
  )

  api.post<OneAttempt>('/attempts/:id/answers', ({ params, visitor, body }) => {
    const owner = requireAccount(visitor)
    const { task, text } = parseBody(answer, body)
    return attempts.answer(params.id, owner.id, task, text)
  })

  api.delete<OneAttempt>('/attempts/:id', async ({ params, visitor }, reply) => {
    await attempts.stop(params.id, requireAccount(visitor).id)
    return reply.code(204).send()
  })
}
