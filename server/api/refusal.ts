import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { Problem } from '../errors/index.ts'

/** Answers every refusal with an ErrorBody; what nobody foresaw is logged and told without details. */
export function answerProblem(blankCookie: string) {
  return (error: FastifyError, request: FastifyRequest, reply: FastifyReply) => {
    const problem = toProblem(error)
    if (problem.status >= 500) request.log.error({ err: innermost(error), url: request.url }, problem.message)
    // The browser forgets the session, so that it can begin a new one.
    if (problem.code === 'session-expired') reply.header('set-cookie', blankCookie)
    return reply.code(problem.status).send(problem.body)
  }
}

function toProblem(error: FastifyError): Problem {
  for (let at: unknown = error; at instanceof Error; at = at.cause) if (at instanceof Problem) return at
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') return new Problem('bad-request', 'The body is larger than 16 KiB.')
  if (error.statusCode && error.statusCode < 500) return new Problem('bad-request', error.message)
  return new Problem('internal', 'Something failed on the server.')
}

/** Without drizzle's own message, which repeats the parameters of the query, hashes of passwords among them. */
function innermost(error: Error): Error {
  return error.cause instanceof Error ? innermost(error.cause) : error
}
