import { WebSocket } from 'ws'
import { Problem } from '../errors/index.ts'
import type { ServerControl } from '../protocol/index.ts'
import { type ClientFrame, parseFrame, refused } from './frame.ts'
import type { Size } from './pty.ts'
import type { Shell, Viewer } from './shell.ts'

/** WebSocket close code: policy violation, https://www.rfc-editor.org/rfc/rfc6455#section-7.4.1 */
const POLICY_VIOLATION = 1008
/** Who connects has to say what it wants within this time. */
const ATTACH_MS = 10_000

/** Serves one viewer: frames in, output and control messages out. `open` finds or starts the shell. */
export function serveViewer(socket: WebSocket, open: (size: Size) => Shell): void {
  const viewer: Viewer = {
    bytes: (chunk) => socket.send(chunk),
    control: (message) => sendControl(socket, message),
  }
  let shell: Shell | undefined
  const silence = setTimeout(() => closeWith(socket, refused('nothing', 'attach')), ATTACH_MS)

  const handle = (frame: ClientFrame) => {
    if (frame.type === 'attach') {
      clearTimeout(silence)
      shell?.detach(viewer)
      shell = open(frame)
      shell.attach(viewer, frame)
    } else if (!shell) throw refused(`${frame.type} first`, 'attach first')
    else if (frame.type === 'input') shell.write(viewer, frame.bytes)
    else if (frame.type === 'resize') shell.resize(viewer, { cols: frame.cols, rows: frame.rows })
    else shell.acknowledge(viewer, frame.offset)
  }

  socket.on('message', (data: Buffer, isBinary) => {
    // After a refusal, frames that were under way already still arrive.
    if (socket.readyState !== WebSocket.OPEN) return
    try {
      handle(parseFrame(data, isBinary))
    } catch (error) {
      closeWith(socket, error)
    }
  })
  socket.on('close', () => {
    clearTimeout(silence)
    shell?.detach(viewer)
  })
  // After a frame that is no WebSocket frame, or far too long, ws closes the connection by itself.
  socket.on('error', () => {})
}

/**
 * Says why, then closes: with 1008 after a frame that is not one of ours, otherwise with 4000 + the HTTP status. What is not
 * a Problem is told as `terminal-unreachable`, without details.
 */
export function closeWith(socket: WebSocket, error: unknown): void {
  const unknown = () => new Problem('terminal-unreachable', 'The terminal failed on the server.', { cause: error })
  const { code, message, remedy, status } = error instanceof Problem ? error : unknown()
  sendControl(socket, { type: 'error', code, message, remedy })
  socket.close(code === 'frame-refused' ? POLICY_VIOLATION : 4000 + status, code)
}

function sendControl(socket: WebSocket, message: ServerControl): void {
  socket.send(JSON.stringify(message))
}
