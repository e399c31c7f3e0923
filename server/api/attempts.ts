import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Attempts } from '../attempt/attempts.ts'
import { requireAccount } from '../auth/index.ts'
import { AttemptEvents } from './attempt-events.ts'
import { parseBody } from './body.ts'

type OneAttempt = { Params: { id: string } }
type OneTask = { Params: { id: string; task: string } }

/** A reset makes hosts anew, a verification restarts containers; nobody needs this many. */
const heavyLimit = { max: 20, keyGenerator: ({ ip, visitor }: FastifyRequest) => visitor.account?.id ?? ip }

const reset = z.object({ task: z.string().max(100).optional() })
const answer = z.object({ task: z.string().max(100), text: z.string().max(1000) })

export function attemptRoutes(api: FastifyInstance, { attempts }: { attempts: Attempts }): void {
  api.get<OneAttempt>('/attempts/:id', ({ params, visitor }) => attempts.view(params.id, requireAccount(visitor).id))

  api.get<OneAttempt>('/attempts/:id/events', { exposeHeadRoute: false }, ({ params, visitor }, reply) =>
    reply
      .header('content-type', 'text/event-stream')
      .header('cache-control', 'no-cache, no-transform')
      .send(new AttemptEvents(attempts, params.id, requireAccount(visitor).id)),
  )

  api.post<OneAttempt>('/attempts/:id/reset', { config: { rateLimit: heavyLimit } }, ({ params, visitor, body }) => {
    const owner = requireAccount(visitor)
    return attempts.reset(params.id, owner.id, parseBody(reset, body ?? {}).task)
  })

  api.post<OneAttempt>('/attempts/:id/extend', ({ params, visitor }) =>
    attempts.extend(params.id, requireAccount(visitor).id),
  )

  api.post<OneAttempt>('/attempts/:id/answers', ({ params, visitor, body }) => {
    const owner = requireAccount(visitor)
    const { task, text } = parseBody(answer, body)
    return attempts.answer(params.id, owner.id, task, text)
  })

  api.post<OneTask>('/attempts/:id/tasks/:task/verify', { config: { rateLimit: heavyLimit } }, ({ params, visitor }) =>
    attempts.verify(params.id, requireAccount(visitor).id, params.task),
  )

  api.post<OneTask>('/attempts/:id/tasks/:task/solution', ({ params, visitor }) =>
    attempts.showSolution(params.id, requireAccount(visitor).id, params.task),
  )

  api.delete<OneAttempt>('/attempts/:id', async ({ params, visitor }, reply) => {
    await attempts.stop(params.id, requireAccount(visitor).id)
    return reply.code(204).send()
  })
}
