import { rmSync } from 'node:fs'
import { connect, createServer, type Server, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { socket } from './lab.ts'

/** The way to the lab engine, which can be cut and mended. */
export class EngineLine {
  readonly path = join(tmpdir(), `pb-line-${process.pid}.sock`)
  #server: Server | undefined
  readonly #sockets = new Set<Socket>()

  async mend(): Promise<void> {
    const server = createServer({ allowHalfOpen: true }, (near) => {
      const far = connect({ path: socket, allowHalfOpen: true })
      for (const end of [near, far]) {
        this.#sockets.add(end)
        end.on('error', () => {})
        end.on('close', () => {
          this.#sockets.delete(end)
          near.destroy()
          far.destroy()
        })
      }
      near.pipe(far)
      far.pipe(near)
    })
    this.#server = server
    await new Promise<void>((resolve) => server.listen(this.path, resolve))
  }

  async cut(): Promise<void> {
    const closed = new Promise((resolve) => this.#server?.close(resolve))
    for (const end of this.#sockets) end.destroy()
    await closed
    rmSync(this.path, { force: true })
  }
}
