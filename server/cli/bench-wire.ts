import { randomUUID } from 'node:crypto'
import { WebSocket } from 'ws'
import { ACK_EVERY_BYTES, type ClientControl, type ServerControl, type TerminalTicket } from '../protocol/index.ts'

/** Whose terminal: the first one of a host of an attempt. */
export interface WireAddress {
  origin: string
  cookie: string
  attempt: string
  host: string
}

/** A terminal's connection that throws away what it reads. */
export interface Wire {
  send(keys: string): void
  /** Types a key and tells after how many ms the shell answered. */
  echo(): Promise<number>
  close(): void
}

/** Opens a terminal as a page does: ticket, socket, attach. */
export async function openWire({ origin, cookie, attempt, host }: WireAddress): Promise<Wire> {
  const path = `/api/attempts/${attempt}/hosts/${host}/terminals/1`
  const headers = { origin, cookie }
  const response = await fetch(`${origin}${path}/ticket`, { method: 'POST', headers })
  if (!response.ok) throw new Error(`No ticket: ${response.status} ${await response.text()}`)
  const { ticket } = (await response.json()) as TerminalTicket
  const socket = new WebSocket(`${origin.replace('http', 'ws')}${path}?ticket=${ticket}`, { headers })
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject))
  const tell = (control: ClientControl) => socket.send(JSON.stringify(control))
  let [offset, acknowledged] = [0, 0]
  let seen = () => {}
  const prompt = new Promise<void>((resolve) => {
    seen = resolve
  })
  socket.on('message', (data: Buffer, isBinary) => {
    if (!isBinary) {
      const control = JSON.parse(data.toString()) as ServerControl
      if (control.type === 'attached') offset = acknowledged = control.offset
      return
    }
    offset += data.length
    if (offset - acknowledged >= ACK_EVERY_BYTES) {
      acknowledged = offset
      tell({ type: 'ack', offset })
    }
    seen()
  })
  tell({ type: 'attach', from: 0, client: randomUUID(), cols: 80, rows: 24 })
  await prompt
  return {
    send: (keys) => socket.send(Buffer.from(keys)),
    echo: () => {
      const start = performance.now()
      return new Promise((resolve) => {
        seen = () => resolve(performance.now() - start)
        socket.send(Buffer.from('x'))
      })
    },
    close: () => socket.terminate(),
  }
}
