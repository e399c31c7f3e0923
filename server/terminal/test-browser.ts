import { randomUUID } from 'node:crypto'
import { WebSocket } from 'ws'
import { Outbox } from '../../src/client/terminal-outbox.ts'
import { ACK_EVERY_BYTES, type ClientControl, type ServerControl } from '../protocol/index.ts'

const SIZE = { cols: 80, rows: 24 }

/** A terminal without a screen, for tests: keeps the text and acknowledges as a browser would. */
export class TestBrowser {
  readonly socket: WebSocket
  readonly controls: ServerControl[] = []
  /** What is on the screen, as text. */
  text = ''
  offset = 0
  acknowledges = true
  closeCode: number | undefined
  #acknowledged = 0
  #decoder = new TextDecoder()
  readonly #outbox = new Outbox()

  constructor(socket: WebSocket) {
    this.socket = socket
    socket.on('message', (data: Buffer, isBinary) => (isBinary ? this.#output(data) : this.#control(data)))
    socket.on('close', (code) => {
      this.closeCode = code
    })
  }

  get shell(): string {
    return this.controls.findLast((message) => message.type === 'attached')?.shell ?? ''
  }

  send(control: ClientControl): void {
    this.socket.send(JSON.stringify(control))
  }

  attach(from = 0, shell?: string, client: string = randomUUID()): this {
    this.send({ type: 'attach', from, shell, client, ...SIZE })
    return this
  }

  type(keys: string | Buffer): void {
    this.#outbox.add(Buffer.from(keys))
    this.#flush()
  }

  /** Waits until the text, or the last control message, is as wanted. */
  async sees(wanted: string | RegExp | ServerControl['type'], within = 20_000): Promise<void> {
    const deadline = performance.now() + within
    const there = () =>
      typeof wanted === 'string'
        ? this.text.includes(wanted) || this.controls.at(-1)?.type === wanted
        : wanted.test(this.text)
    while (!there()) {
      if (performance.now() > deadline) throw new Error(`Not seen: ${wanted}. On the screen: ${this.text.slice(-500)}`)
      await new Promise((resolve) => setTimeout(resolve, 2))
    }
  }

  async closed(): Promise<number> {
    while (this.closeCode === undefined) await new Promise((resolve) => setTimeout(resolve, 2))
    return this.closeCode
  }

  #output(data: Buffer): void {
    this.text += this.#decoder.decode(data, { stream: true })
    this.offset += data.length
    if (!this.acknowledges || this.offset - this.#acknowledged < ACK_EVERY_BYTES) return
    this.#acknowledged = this.offset
    this.send({ type: 'ack', offset: this.offset })
  }

  #flush(): void {
    for (const frame of this.#outbox.next()) this.socket.send(frame)
  }

  #control(data: Buffer): void {
    const message = JSON.parse(data.toString()) as ServerControl
    if (message.type === 'taken') {
      this.#outbox.taken(message.offset)
      this.#flush()
      return
    }
    this.controls.push(message)
    if (message.type !== 'attached') return
    this.offset = message.offset
    this.#acknowledged = message.offset
    if (!message.reset) return
    this.text = ''
    this.#decoder = new TextDecoder()
  }
}

export async function openBrowser(url: string, headers: Record<string, string> = {}): Promise<TestBrowser> {
  const socket = new WebSocket(url, { headers })
  const browser = new TestBrowser(socket)
  await new Promise((resolve, reject) => socket.once('open', resolve).once('error', reject))
  return browser
}
