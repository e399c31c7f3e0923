import rateLimit from '@fastify/rate-limit'
import { type FastifyBaseLogger, type FastifyInstance, fastify, LogController } from 'fastify'
import type { Attempts } from '../attempt/attempts.ts'
import type { Accounts } from '../auth/index.ts'
import { Problem } from '../errors/index.ts'
import type { Practice } from '../practice/index.ts'
import type { Progress, Runs } from '../progress/index.ts'
import type { LabView } from '../protocol/index.ts'
import type { Gateway } from '../terminal/index.ts'
import { accountRoutes } from './account.ts'
import { attemptRoutes } from './attempts.ts'
import { labRoutes } from './labs.ts'
import { guardOrigin, guardUpgrades } from './origin.ts'
import { practiceRoutes } from './practice.ts'
import { progressRoutes } from './progress.ts'
import { recordRoutes } from './record.ts'
import { answerProblem } from './refusal.ts'
import { setSecurityHeaders } from './security.ts'
import { serveSite } from './site.ts'
import { terminalRoutes } from './terminals.ts'
import { identifyVisitors } from './visitor.ts'

const BODY_LIMIT_BYTES = 16 * 1024

/** What the API needs from the rest of the server. */
export interface ApiParts {
  attempts: Attempts
  /** Every lab; of those that this machine cannot run, why. */
  labs: () => LabView[]
  accounts: Accounts
  progress: Progress
  runs: Pick<Runs, 'ended'>
  practice: Practice
  terminals: Gateway
  log: FastifyBaseLogger
  /** The built site. */
  siteDir: string
  /** Where browsers may come from, e.g. `https://patchbay.example.org`; this machine's own names always may. */
  origins: string[]
}

/** The HTTP server: the API under /api, its WebSockets, the site everywhere else. Not listening yet. */
export async function buildApi(parts: ApiParts): Promise<FastifyInstance> {
  const app = fastify({
    loggerInstance: parts.log,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_LIMIT_BYTES,
    // Event streams would otherwise keep a closing server waiting.
    forceCloseConnections: true,
  })
  app.setErrorHandler(answerProblem(parts.accounts.blankCookie))
  await setSecurityHeaders(app, parts.siteDir)
  await app.register((api) => registerApi(api, parts), { prefix: '/api' })
  await serveSite(app, parts.siteDir)
  guardUpgrades(app, parts)
  return app
}

async function registerApi(api: FastifyInstance, parts: ApiParts): Promise<void> {
  guardOrigin(api, parts.origins)
  identifyVisitors(api, parts.accounts)
  await api.register(rateLimit, {
    global: false,
    hook: 'preHandler',
    timeWindow: '1 minute',
    errorResponseBuilder: (_, { max, after }) =>
      new Problem(
        'too-many-requests',
        `More than ${max} such requests within a minute. The next one is taken in ${after}.`,
      ),
  })
  api.get('/health', () => ({ ok: true }))
  accountRoutes(api, parts)
  labRoutes(api, parts)
  attemptRoutes(api, parts)
  terminalRoutes(api, parts)
  progressRoutes(api, parts)
  practiceRoutes(api, parts)
  recordRoutes(api, parts)
}
