// A terminal's WebSocket: binary frames carry the shell's bytes (down) and keystrokes (up), text frames carry one JSON
// control message each. Offsets count the bytes of output since the shell started.

/** Down: the client may hold this many unacknowledged bytes before output waits for it. */
export const WINDOW_BYTES = 256 * 1024
/** Up: acknowledge at least every this many bytes, from xterm's write callback. */
export const ACK_EVERY_BYTES = 32 * 1024
/** Up: the largest binary frame accepted; a longer paste is cut into several by the client. */
export const MAX_INPUT_BYTES = 64 * 1024
/** Up: input that the program has not read yet may reach this much; the client holds the rest back. */
export const INPUT_WINDOW_BYTES = 256 * 1024
/** Down: input that was read is told at least every this many bytes, and with the first key after a second. */
export const TAKEN_EVERY_BYTES = 32 * 1024
/** Terminals of one lab, over all its hosts. They are numbered from 1 to this on each host. */
export const MAX_TERMINALS = 12
/** Columns and rows are whole numbers within these. */
export const SIZE_LIMITS = { cols: [2, 1000], rows: [1, 500] } as const

/** Control messages, browser to server. The first one must be `attach`. */
export type ClientControl =
  /**
   * `from`: the offset already on screen (0 on a fresh page); `shell`: the shell it belongs to, absent on a fresh page.
   * `client`: a random name of this terminal on this page, by which its input is counted over all its connections.
   */
  | { type: 'attach'; from: number; shell?: string; client: string; cols: number; rows: number }
  | { type: 'resize'; cols: number; rows: number }
  /** `offset`: all output up to here is on screen. */
  | { type: 'ack'; offset: number }

/** Control messages, server to browser. */
export type ServerControl =
  /**
   * The next binary frame starts at `offset`; `reset`: clear the screen first, older output is gone or a new shell began.
   * `shell` names the shell, it changes when a new one began. Output before `live` is a replay: the emulator's own answers
   * to queries in it (cursor position, device attributes) were given once already and must not be sent again. `prelude`: what the terminal was set to by output that is no longer there
   * (alternate screen, mouse, bracketed paste …), to be written after the reset and before `offset`. `received` and
   * `taken` count the client's input: what reached the shell, and what its program has read.
   */
  | {
      type: 'attached'
      offset: number
      live: number
      reset: boolean
      shell: string
      prelude: string
      received: number
      taken: number
    }
  /** The program has read the client's input up to `offset`. */
  | { type: 'taken'; offset: number }
  /** The shell ended; sending `attach` again, or a reconnect, starts a new one. */
  | { type: 'exit'; code: number }
  /** Refused; the connection closes after it. */
  | { type: 'error'; code: string; message: string; remedy: string }

/** `POST /api/attempts/:id/hosts/:host/terminals/:n/ticket`: lets one WebSocket in, once and soon. */
export interface TerminalTicket {
  ticket: string
}

/** An entry of `GET /api/attempts/:id/terminals`: a terminal that was opened in this lab, here or elsewhere. */
export interface OpenTerminal {
  host: string
  n: number
  running: boolean
}
