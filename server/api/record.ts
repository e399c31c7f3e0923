import type { FastifyInstance } from 'fastify'
import type { Attempts } from '../attempt/attempts.ts'
import { type Accounts, requireAccount } from '../auth/index.ts'
import { Problem } from '../errors/index.ts'
import type { Practice } from '../practice/index.ts'
import type { Progress, Runs } from '../progress/index.ts'
import type { AccountRecord, AccountResponse, LabView } from '../protocol/index.ts'

interface Parts {
  accounts: Accounts
  attempts: Attempts
  labs: () => LabView[]
  practice: Practice
  progress: Progress
  runs: Pick<Runs, 'ended'>
}

/** What is kept about a learner: to be read, taken along, and deleted. */
export function recordRoutes(
  api: FastifyInstance,
  { accounts, attempts, labs, practice, progress, runs }: Parts,
): void {
  api.get('/account/record', async ({ visitor }): Promise<AccountRecord> => {
    const account = requireAccount(visitor)
    const learnt = await progress.learntBy(account.id)
    if (!learnt) throw new Problem('not-signed-in', 'This account was deleted a moment ago.')
    return {
      account,
      ...learnt,
      runs: await runs.ended(account.id),
      practice: await practice.allOf(account.id),
    }
  })

  api.delete('/account', async ({ visitor }, reply): Promise<AccountResponse> => {
    const { id } = requireAccount(visitor)
    for (const lab of labs()) {
      const attempt = attempts.running(lab.id, id)
      if (attempt) await attempts.stop(attempt.id, id)
    }
    reply.header('set-cookie', await accounts.remove(id))
    return { account: null }
  })
}
