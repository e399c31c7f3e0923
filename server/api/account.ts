import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Attempts } from '../attempt/attempts.ts'
import type { Accounts, SignedIn } from '../auth/index.ts'
import type { AccountResponse, Credentials } from '../protocol/index.ts'
import { parseBody } from './body.ts'

const newCredentials: z.ZodType<Credentials> = z.object({
  name: z
    .string(expected('a text'))
    .regex(/^[A-Za-z0-9._-]{3,32}$/, expected('3 to 32 letters, digits, ".", "_" or "-"')),
  password: z
    .string(secretly('a text'))
    .min(10, secretly('10 to 200 characters'))
    .max(200, secretly('10 to 200 characters')),
})

/** Looser, so that a slip of the finger is a wrong password and not a lecture about its length. */
const givenCredentials: z.ZodType<Credentials> = z.object({
  name: z.string(expected('a text')).max(200, expected('at most 200 characters')),
  password: z.string(secretly('a text')).max(200, secretly('at most 200 characters')),
})

function expected(what: string) {
  return {
    error: ({ input }: { input?: unknown }) =>
      `expected ${what}, found ${JSON.stringify(input)?.slice(0, 60) ?? 'nothing'}`,
  }
}

function secretly(what: string) {
  return {
    error: ({ input }: { input?: unknown }) =>
      `expected ${what}, found ${typeof input === 'string' ? `${input.length} characters` : 'no text'}`,
  }
}

/** A whole class behind one address may sign up at once; making accounts by the thousand takes longer than it is worth. */
const signUpLimit = { max: 40 }

/** Guessing one account's password takes longer than it is worth. */
const signInLimit = { max: 10, keyGenerator: ({ ip, body }: FastifyRequest) => `${ip} ${nameIn(body)}` }

export function accountRoutes(api: FastifyInstance, parts: { accounts: Accounts; attempts: Attempts }): void {
  const { accounts, attempts } = parts

  const enter = (reply: FastifyReply, { account, cookie }: SignedIn): AccountResponse => {
    reply.header('set-cookie', cookie)
    return { account }
  }

  api.get('/account', ({ visitor }): AccountResponse => ({ account: visitor.account }))

  api.post('/sign-up', { config: { rateLimit: signUpLimit } }, async ({ body, visitor }, reply) =>
    enter(reply, await accounts.signUp(parseBody(newCredentials, body), visitor)),
  )

  api.post('/sign-in', { config: { rateLimit: signInLimit } }, async ({ body, visitor }, reply) => {
    const session = await accounts.signIn(parseBody(givenCredentials, body), visitor)
    if (session.mergedGuest) attempts.handOver(session.mergedGuest, session.account.id)
    return enter(reply, session)
  })

  api.post('/sign-out', async ({ visitor }, reply): Promise<AccountResponse> => {
    reply.header('set-cookie', await accounts.signOut(visitor))
    return { account: null }
  })
}

function nameIn(body: unknown): string {
  const named = z.object({ name: z.string() }).safeParse(body)
  return named.success ? named.data.name.toLowerCase() : ''
}
