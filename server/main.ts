import { join } from 'node:path'
import { pino } from 'pino'
import { root } from '../setup/paths.mjs'
import { buildApi } from './api/index.ts'
import { Availability, LiveAttempts, WarmPool } from './attempt/index.ts'
import { createAccounts } from './auth/index.ts'
import { formatMistake, loadCatalog, toLabView } from './catalog/index.ts'
import { claim } from './claim.ts'
import { type Config, readConfig } from './config.ts'
import { openDatabase } from './db/index.ts'
import { loadInterview } from './interview/index.ts'
import { DockerLabHosts } from './lab-host/index.ts'
import { createPractice } from './practice/index.ts'
import { createProgress, createRuns } from './progress/index.ts'
import { connectKeeper, createGateway } from './terminal/index.ts'

const REAP_EVERY_MS = 5_000
/** Another generation of lab hosts may come while the server runs. */
const LOOK_EVERY_MS = 10_000
const PURGE_EVERY_MS = 3_600_000

async function main(): Promise<void> {
  const config = readConfig(process.env)
  const log = pino({ level: config.logLevel })

  const { labs, mistakes } = await loadCatalog(join(root, 'labs'))
  const interview = await loadInterview(
    join(root, 'content'),
    labs.map(({ id }) => id),
  )
  for (const mistake of [...mistakes, ...interview.mistakes]) log.error(formatMistake(mistake))

  const database = await openDatabase(config.databaseFile)
  const accounts = createAccounts(database, config.origin?.startsWith('https:') ?? false)
  const progress = createProgress(database)
  const runs = createRuns(database)
  const practice = createPractice(database, interview.questions)
  const hosts = new DockerLabHosts(config.engineSocket)
  const availability = new Availability(hosts)
  const keeper = await connectKeeper(config.runFolder)
  let address = ''
  await claim(config.runFolder, () => address)
  const { totalMinutes } = config.limits
  const warm = new WarmPool({ hosts, labs, log, size: config.warm, totalMinutes })
  const attempts = new LiveAttempts({
    hosts,
    progress,
    runs,
    log,
    labs,
    limits: config.limits,
    room: async (running) => {
      const free = await hosts.room()
      if (free.labs === 0) log.warn({ short: free.short }, 'the machine has no room for another lab')
      return Math.min(config.limits.labs - running, free.labs)
    },
    warm,
    whyUnavailable: (lab) => availability.whyNot(lab),
    closeShells: (attempt) => keeper.closeShells(attempt),
    ownerNow: (owner) => accounts.ownerNow(owner),
  })
  const terminals = createGateway({ keeper, accounts, attempts, log })
  const app = await buildApi({
    attempts,
    labs: () => labs.map((lab) => ({ ...toLabView(lab), unavailable: availability.whyNot(lab) })),
    accounts,
    progress,
    runs,
    practice,
    terminals,
    log,
    siteDir: join(root, 'dist'),
    origins: config.origin ? [config.origin] : [],
  })

  // The engine may be away now and come back later: lessons are served meanwhile, and the reaper tries again.
  const reap = async () => {
    await attempts.resume()
    await attempts.reap()
  }
  const quietly = (work: () => Promise<void>, what: string) =>
    work().catch((err) => log.warn({ err }, `${what} failed`))
  const look = () => availability.refresh(labs)
  await quietly(look, 'looking at what this machine has')
  await quietly(reap, 'taking over running labs')
  void warm.tend()
  const timers = [
    setInterval(() => void quietly(reap, 'reaping'), REAP_EVERY_MS),
    setInterval(() => void warm.tend(), REAP_EVERY_MS),
    setInterval(() => void quietly(look, 'looking at what this machine has'), LOOK_EVERY_MS),
    setInterval(() => void quietly(() => accounts.purge(), 'purging'), PURGE_EVERY_MS),
  ]

  const stop = async () => {
    for (const timer of timers) clearInterval(timer)
    terminals.close()
    await app.close()
    await quietly(() => warm.close(), 'removing labs that were kept ready')
    await hosts.close()
    await database.close()
    process.stderr.write('\nStopped. Running labs go on until their time is over; the next start finds them again.\n')
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void stop())

  address = await listen(app, config)
  process.stdout.write(`\nPatchbay is ready: ${address}\n`)
}

/** Returns what people type to get here. */
async function listen(app: Awaited<ReturnType<typeof buildApi>>, { port, host, origin }: Config): Promise<string> {
  try {
    await app.listen({ port, host })
  } catch (error) {
    const { code } = error as { code?: string }
    if (code === 'EADDRINUSE')
      throw new Error(
        `Port ${port} is in use by another program.\nStop that one, or take another port: PORT=${port + 1} npm start`,
      )
    if (code === 'EACCES')
      throw new Error(`Port ${port} needs rights that this user lacks.\nTake one above 1023: PORT=4321 npm start`)
    throw error
  }
  const address = app.server.address()
  const taken = typeof address === 'object' && address ? address.port : port
  return origin ?? `http://localhost:${taken}`
}

main().catch((error) => {
  process.stderr.write(
    `\n${error instanceof Error ? error.message : error}\n${'remedy' in Object(error) ? `${error.remedy}\n` : ''}`,
  )
  process.exit(1)
})
