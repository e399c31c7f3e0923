import type { FastifyInstance, FastifyRequest } from 'fastify'
import { requireAccount } from '../auth/index.ts'
import { type Gateway, terminalNumber } from '../terminal/index.ts'

type OneAttempt = { Params: { id: string } }
type OneTerminal = { Params: { id: string; host: string; n: string } }

/** A page with a full lab asks for twelve at once, and again when its network comes back. */
const rateLimit = { max: 240, keyGenerator: ({ ip, visitor }: FastifyRequest) => visitor.account?.id ?? ip }

export function terminalRoutes(api: FastifyInstance, { terminals }: { terminals: Gateway }): void {
  api.get<OneAttempt>('/attempts/:id/terminals', ({ params, visitor }) =>
    terminals.list(params.id, requireAccount(visitor).id),
  )

  api.post<OneTerminal>(
    '/attempts/:id/hosts/:host/terminals/:n/ticket',
    { config: { rateLimit } },
    ({ params, visitor, ip }) =>
      terminals.ticket({ ...terminalOf(params), owner: requireAccount(visitor).id, address: ip }),
  )

  api.delete<OneTerminal>('/attempts/:id/hosts/:host/terminals/:n', async ({ params, visitor }, reply) => {
    await terminals.end(terminalOf(params), requireAccount(visitor).id)
    return reply.code(204).send()
  })
}

const terminalOf = ({ id, host, n }: OneTerminal['Params']) => ({ attempt: id, host, n: terminalNumber(n) })
