import type { FastifyInstance } from 'fastify'
import type { Progress } from '../progress/index.ts'
import type { ProgressView } from '../protocol/index.ts'

export function progressRoutes(api: FastifyInstance, { progress }: { progress: Progress }): void {
  api.get(
    '/progress',
    async ({ visitor }): Promise<ProgressView> =>
      visitor.account ? progress.progressOf(visitor.account.id) : { labs: [] },
  )
}
