import { rmSync } from 'node:fs'
import { connect, createServer } from 'node:net'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'

/**
 * Holds the folder of sockets for this process, until it ends: two servers on the same labs would end each other's.
 * `address` is told to a second one. Throws an Error that names the server which holds the folder.
 */
export async function claim(runFolder: string, address: () => string): Promise<void> {
  const path = join(runFolder, 'server.sock')
  if (await bind(path, address)) return
  const other = await ask(path)
  if (other === undefined) {
    rmSync(path, { force: true })
    if (await bind(path, address)) return
  }
  throw new Error(`Patchbay runs already${other ? `: ${other}` : ''}\nUse that one, or stop it first.`)
}

function bind(path: string, address: () => string): Promise<boolean> {
  const { promise, resolve, reject } = Promise.withResolvers<boolean>()
  createServer((socket) => socket.on('error', () => {}).end(address()))
    .on('error', (error: NodeJS.ErrnoException) => (error.code === 'EADDRINUSE' ? resolve(false) : reject(error)))
    .listen(path, () => resolve(true))
    .unref()
  return promise
}

/** What the server at this path says of itself; undefined when it is gone. */
function ask(path: string): Promise<string | undefined> {
  return text(connect(path)).catch(() => undefined)
}
