import {
  ACK_EVERY_BYTES,
  type ClientControl,
  type ServerControl,
  type TerminalTicket,
} from '../../server/protocol/index.ts'
import { asRefusal, Refusal, request } from './api.ts'
import { backoffMs } from './backoff.ts'
import { Outbox } from './terminal-outbox.ts'

/** Output that is on screen is acknowledged at the latest after this pause. */
const ACK_IDLE_MS = 40
/** The server answers the first key after a second of quiet at once; a connection that does not is lost. */
const ANSWER_MS = 5000
/** Refusals that pass by themselves; the others wait for the learner. */
const PASSING = [
  'terminal-unreachable',
  'attempt-not-ready',
  'engine-unreachable',
  'internal',
  'ticket-refused',
  'too-many-requests',
  'unreachable',
  'unexpected',
]

export interface Size {
  cols: number
  rows: number
}

/** Where the output goes. */
export interface Screen {
  /** Calls `done` once the bytes are on screen. */
  write(bytes: Uint8Array, done: () => void): void
  /** Empties screen and history, then brings the terminal into the modes that `prelude` sets. */
  reset(prelude: string): void
  size(): Size
}

export type LinkState =
  | { kind: 'connecting' }
  | { kind: 'open' }
  /** The connection was lost; the next try is under way or comes by itself. */
  | { kind: 'reconnecting' }
  /** The shell ended; the next key starts a new one. */
  | { kind: 'exited'; code: number }
  | { kind: 'refused'; refusal: Refusal }

/** Keeps one shell on screen over as many WebSockets as it takes. */
export class TerminalLink {
  readonly #url: string
  readonly #screen: Screen
  readonly #listener: (state: LinkState) => void
  readonly #encoder = new TextEncoder()
  readonly #client = crypto.getRandomValues(new Uint32Array(4)).join('-')
  readonly #outbox = new Outbox()
  #state: LinkState = { kind: 'connecting' }
  #socket: WebSocket | undefined
  #retry: ReturnType<typeof setTimeout> | undefined
  #idle: ReturnType<typeof setTimeout> | undefined
  #failures = 0
  #shell: string | undefined
  /** Counts `attached` messages: what was written before one is not acknowledged after it. */
  #generation = 0
  #received = 0
  #onScreen = 0
  #acknowledged = 0
  #live = 0
  #unanswered: ReturnType<typeof setTimeout> | undefined
  /** Counts tries to connect: what an earlier one brings is of no interest. */
  #try = 0

  constructor(url: string, screen: Screen, listener: (state: LinkState) => void) {
    this.#url = url
    this.#screen = screen
    this.#listener = listener
  }

  /** True while old output is drawn again: the emulator answers queries in it that were answered long ago. */
  get replaying(): boolean {
    return this.#onScreen < this.#live
  }

  /** Connects at once; also the learner's "Try again". */
  async open(): Promise<void> {
    this.close()
    const current = this.#try
    try {
      const { ticket } = await request<TerminalTicket>('POST', `${this.#url}/ticket`)
      if (current === this.#try) this.#connect(ticket)
    } catch (error) {
      if (current !== this.#try) return
      const refusal = asRefusal(error)
      if (PASSING.includes(refusal.code)) this.#lost(this.#socket)
      else this.#refused(refusal)
    }
  }

  #connect(ticket: string): void {
    const socket = new WebSocket(`${this.#url}?ticket=${ticket}`)
    socket.binaryType = 'arraybuffer'
    this.#socket = socket
    socket.addEventListener('open', () => this.#attach())
    socket.addEventListener('message', ({ data }) => {
      this.#answered()
      if (typeof data === 'string') this.#control(JSON.parse(data))
      else this.#output(new Uint8Array(data))
    })
    socket.addEventListener('close', () => this.#lost(socket))
  }

  close(): void {
    this.#try++
    clearTimeout(this.#retry)
    clearTimeout(this.#idle)
    this.#answered()
    const socket = this.#socket
    this.#socket = undefined
    socket?.close()
  }

  /** Skips the wait before the next try, or notices that the connection is gone: the network changed, the computer slept. */
  networkChanged(): void {
    if (this.#state.kind === 'open' || this.#state.kind === 'reconnecting') this.#lost(this.#socket)
    if (navigator.onLine && this.#state.kind === 'reconnecting') this.open()
  }

  /** Keys, pasted text. Kept while the connection is away, and until the shell has them. */
  input(text: string): void {
    if (this.#state.kind === 'exited') this.#attach()
    else this.#send(this.#encoder.encode(text))
  }

  /** Bytes of mouse reports, one per character. */
  binaryInput(text: string): void {
    this.#send(Uint8Array.from(text, (character) => character.charCodeAt(0)))
  }

  resize(size: Size): void {
    if (this.#state.kind === 'open') this.#tell({ type: 'resize', ...size })
  }

  #send(bytes: Uint8Array): void {
    this.#outbox.add(bytes)
    if (this.#state.kind === 'open') this.#flush()
  }

  #flush(): void {
    const frames = this.#outbox.next()
    for (const frame of frames) this.#socket?.send(frame as Uint8Array<ArrayBuffer>)
    const socket = this.#socket
    if (frames.length > 0) this.#unanswered ??= setTimeout(() => this.#lost(socket), ANSWER_MS)
  }

  #answered(): void {
    clearTimeout(this.#unanswered)
    this.#unanswered = undefined
  }

  #attach(): void {
    const { cols, rows } = this.#screen.size()
    this.#tell({ type: 'attach', from: this.#received, shell: this.#shell, client: this.#client, cols, rows })
  }

  #tell(message: ClientControl): void {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(message))
  }

  #control(message: ServerControl): void {
    if (message.type === 'attached') this.#attached(message)
    else if (message.type === 'taken') {
      this.#outbox.taken(message.offset)
      this.#flush()
    } else if (message.type === 'exit') this.#set({ kind: 'exited', code: message.code })
    else this.#refused(new Refusal(message.code, message.message, message.remedy))
  }

  #attached(message: Extract<ServerControl, { type: 'attached' }>): void {
    const { offset, live, reset, shell, prelude, received, taken } = message
    if (reset) this.#screen.reset(prelude)
    if (this.#shell === undefined || this.#shell === shell) this.#outbox.resume(received, taken)
    else this.#outbox.restart()
    this.#generation++
    this.#shell = shell
    this.#live = live
    this.#received = this.#onScreen = this.#acknowledged = offset
    this.#failures = 0
    this.#set({ kind: 'open' })
    this.#flush()
  }

  #output(bytes: Uint8Array): void {
    this.#received += bytes.length
    const [end, generation] = [this.#received, this.#generation]
    this.#screen.write(bytes, () => {
      if (generation !== this.#generation) return
      this.#onScreen = end
      if (end - this.#acknowledged >= ACK_EVERY_BYTES) this.#acknowledge()
      else this.#acknowledgeSoon()
    })
  }

  #acknowledgeSoon(): void {
    clearTimeout(this.#idle)
    this.#idle = setTimeout(() => this.#acknowledge(), ACK_IDLE_MS)
  }

  #acknowledge(): void {
    if (this.#acknowledged === this.#onScreen) return
    this.#acknowledged = this.#onScreen
    this.#tell({ type: 'ack', offset: this.#onScreen })
  }

  #refused(refusal: Refusal): void {
    if (PASSING.includes(refusal.code)) return
    this.close()
    this.#set({ kind: 'refused', refusal })
  }

  #lost(socket: WebSocket | undefined): void {
    if (socket !== this.#socket) return
    this.close()
    this.#set({ kind: 'reconnecting' })
    this.#retry = setTimeout(() => this.open(), backoffMs(this.#failures++))
  }

  #set(state: LinkState): void {
    this.#state = state
    this.#listener(state)
  }
}
