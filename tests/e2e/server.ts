import { newFolder, startServer } from '../server.ts'

/**
 * One server for all browser tests: own port, database and sockets, on the lab engine that `npm test` brought up. With
 * PATCHBAY_URL the tests visit a server that runs already, e.g. the one of docker-compose.
 */
export default async function setup(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.PATCHBAY_URL) return undefined
  const { settings, remove } = newFolder()
  const server = await startServer(settings)
  // Warnings and errors of the server belong to the tests' report.
  server.process.stdout?.pipe(process.stderr)
  process.env.PATCHBAY_URL = server.origin
  return async () => {
    await server.stop()
    remove()
  }
}
