import { execFile } from 'node:child_process'
import { write } from 'node:fs'
import { spawn } from 'node-pty'
import { InputQueue } from './input-queue.ts'

/** A program and its arguments. */
export interface Command {
  file: string
  args: string[]
  /** Ends what the program left running elsewhere, when its terminal is closed. */
  end?: { file: string; args: string[] }
}

/** Columns and rows. */
export interface Size {
  cols: number
  rows: number
}

/** A program under a pseudo-terminal. */
export interface Pty {
  onData(listener: (bytes: Buffer) => void): void
  /** `code`: its exit code, or 128 + the signal that ended it. */
  onExit(listener: (code: number) => void): void
  /** `onWritten`: so many more bytes were taken. Throws Problem `frame-refused` when the program does not read what waits already. */
  write(bytes: Buffer, onWritten: (count: number) => void): void
  resize(size: Size): void
  /** The program waits as soon as the kernel's buffer is full. */
  pause(): void
  resume(): void
  kill(): void
}

export function spawnPty({ file, args, end }: Command, size: Size): Pty {
  const env = { ...process.env, COLORTERM: 'truecolor' }
  const pty = spawn(file, args, { name: 'xterm-256color', encoding: null, env, ...size })
  let running = true
  pty.onExit(() => {
    running = false
  })
  // The descriptor is an accessor that node-pty's types leave out. It must not be used once it is closed: its number may
  // then belong to somebody else.
  const { fd } = pty as unknown as { fd: number }
  const input = new InputQueue(async (bytes) => (running ? tryWrite(fd, bytes) : null))
  return {
    // With encoding null the data are bytes, whatever node-pty's types say.
    onData: (listener) => pty.onData((data) => listener(data as unknown as Buffer)),
    onExit: (listener) => pty.onExit(({ exitCode, signal }) => listener(signal ? 128 + signal : exitCode)),
    write: (bytes, onWritten) => input.push(bytes, onWritten),
    resize: ({ cols, rows }) => running && pty.resize(cols, rows),
    pause: () => pty.pause(),
    resume: () => pty.resume(),
    // Not a hang-up, which a program may ignore: only the client of the shell ends here, and it has nothing to tidy.
    kill: () => {
      pty.kill('SIGKILL')
      if (end) execFile(end.file, end.args, () => {})
    },
  }
}

function tryWrite(fd: number, bytes: Buffer): Promise<number | null> {
  return new Promise((resolve) => {
    write(fd, bytes, (error, written) => {
      if (!error) resolve(written)
      else resolve(error.code === 'EAGAIN' ? 0 : null)
    })
  })
}
