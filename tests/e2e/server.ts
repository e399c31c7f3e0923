import { newFolder, startServer } from '../server.ts'

/** One server for all browser tests: own port, database and sockets, on the lab engine that `npm test` brought up. */
export default async function setup(): Promise<() => Promise<void>> {
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
