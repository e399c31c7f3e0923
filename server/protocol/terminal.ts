// A terminal's WebSocket: binary frames carry the shell's bytes (down) and keystrokes (up), text frames carry one JSON
// control message each. Offsets count the bytes of output since the shell started.

/** Down: the client may hold this many unacknowledged bytes before output waits for it. */
export const WINDOW_BYTES = 256 * 1024
/** Up: acknowledge at least every this many bytes, from xterm's write callback. */
export const ACK_EVERY_BYTES = 32 * 1024
/** Up: the largest binary frame accepted; a longer paste is cut into several by the client. */
export const MAX_INPUT_BYTES = 64 * 1024
/** Columns and rows are whole numbers within these. */
export const SIZE_LIMITS = { cols: [2, 1000], rows: [1, 500] } as const

/** Control messages, browser to server. The first one must be `attach`. */
export type ClientControl =
  /** `from`: the offset already on screen (0 on a fresh page); `shell`: the shell it belongs to, absent on a fresh page. */
  | { type: 'attach'; from: number; shell?: string; cols: number; rows: number }
  | { type: 'resize'; cols: number; rows: number }
  /** `offset`: all output up to here is on screen. */
  | { type: 'ack'; offset: number }

/** Control messages, server to browser. */
export type ServerControl =
  /**
   * The next binary frame starts at `offset`; `reset`: clear the screen first, older output is gone or a new shell began.
   * `shell` names the shell, it changes when a new one began. Output before `live` is a replay: the emulator's own answers
   * to queries in it (cursor position, device attributes) were given once already and must not be sent again.
   */
  | { type: 'attached'; offset: number; live: number; reset: boolean; shell: string }
  /** The shell ended; sending `attach` again, or a reconnect, starts a new one. */
  | { type: 'exit'; code: number }
  /** Refused; the connection closes after it. */
  | { type: 'error'; code: string; message: string; remedy: string }
