import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Attempts } from '../attempt/attempts.ts'
import { type Accounts, requireAccount } from '../auth/index.ts'
import { Problem } from '../errors/index.ts'
import type { Runs } from '../progress/index.ts'
import type { AccountView, LabView, RunningView } from '../protocol/index.ts'

type OneLab = { Params: { lab: string } }

/** A start costs the machine seconds; nobody needs this many. */
const rateLimit = { max: 20, keyGenerator: ({ ip, visitor }: FastifyRequest) => visitor.account?.id ?? ip }

export function labRoutes(
  api: FastifyInstance,
  parts: { accounts: Accounts; attempts: Attempts; runs: Pick<Runs, 'ended'>; labs: () => LabView[] },
): void {
  const { accounts, attempts, runs, labs } = parts

  const find = (id: string): LabView => {
    const lab = labs().find((lab) => lab.id === id)
    if (!lab) throw new Problem('lab-unknown', `There is no lab ${id}.`)
    return lab
  }

  /** The visitor's account, or a new guest. Not after an expired session: its owner would find an empty progress. */
  const whoStarts = async ({ visitor }: FastifyRequest, reply: FastifyReply): Promise<AccountView> => {
    if (visitor.account || visitor.expired) return requireAccount(visitor)
    const guest = await accounts.startGuest()
    reply.header('set-cookie', guest.cookie)
    return guest.account
  }

  api.get('/labs', () => labs())

  api.get<OneLab>('/labs/:lab', ({ params }) => find(params.lab))

  api.get<OneLab>('/labs/:lab/attempt', ({ params, visitor }) => {
    const lab = find(params.lab)
    const attempt = (visitor.account && attempts.running(lab.id, visitor.account.id)) ?? null
    return { attempt, unavailable: lab.unavailable } satisfies RunningView
  })

  api.get<OneLab>('/labs/:lab/runs', async ({ params, visitor }) => {
    const lab = find(params.lab)
    return { runs: visitor.account ? await runs.ended(visitor.account.id, lab.id) : [] }
  })

  api.post<OneLab>('/labs/:lab/attempt', { config: { rateLimit } }, async (request, reply) => {
    const lab = find(request.params.lab)
    const owner = await whoStarts(request, reply)
    return reply.code(201).send(await attempts.start(lab.id, owner.id))
  })
}
