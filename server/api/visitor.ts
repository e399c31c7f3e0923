import type { FastifyInstance } from 'fastify'
import type { Accounts, Visitor } from '../auth/index.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Who sent it, as far as its cookie tells. */
    visitor: Visitor
  }
}

/** Reads the session of every request, and prolongs it where due. */
export function identifyVisitors(app: FastifyInstance, accounts: Accounts): void {
  app.decorateRequest('visitor')
  app.addHook('onRequest', async (request, reply) => {
    request.visitor = await accounts.identify(request.headers.cookie)
    if (request.visitor.cookie) reply.header('set-cookie', request.visitor.cookie)
  })
}
