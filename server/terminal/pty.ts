import { execFile } from 'node:child_process'
import { write } from 'node:fs'
import { spawn } from 'node-pty'
import { CREDIT_BYTES, Credit, escaped, GREETING, Greeting, typedIn } from './credit.ts'
import { InputQueue } from './input-queue.ts'

/** Credit is given in messages of at least so many blocks. */
const LEAST_BLOCKS = 8

/** A program and its arguments. */
export interface Command {
  file: string
  args: string[]
  /** Other arguments, with which the program is paced: it sends only what it has credit for. Its greeting and first credit are added. */
  paced?: string[]
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
  /** The output up to this offset is wanted; a paced program stops there. */
  allow(offset: number): void
  kill(): void
}

export function spawnPty({ file, args, paced, end }: Command, size: Size): Pty {
  const env = { ...process.env, COLORTERM: 'truecolor' }
  const pty = spawn(file, paced ? [...paced, GREETING, String(CREDIT_BYTES)] : args, {
    name: 'xterm-256color',
    encoding: null,
    env,
    ...size,
  })
  // With encoding null the data are bytes, whatever node-pty's types say.
  const onBytes = (listener: (bytes: Buffer) => void) => pty.onData((data) => listener(data as unknown as Buffer))
  const greeting = new Greeting(paced !== undefined)
  const credit = new Credit()
  let [running, giving, wanted] = [true, false, 0]
  pty.onExit(() => {
    running = false
  })
  // The descriptor is an accessor that node-pty's types leave out. It must not be used once it is closed: its number may
  // then belong to somebody else.
  const { fd } = pty as unknown as { fd: number }
  const tryBytes = async (bytes: Buffer) => (running ? tryWrite(fd, bytes) : null)
  const input = new InputQueue(tryBytes, {
    ready: greeting.over,
    encode: (bytes) => (greeting.heard ? escaped(bytes) : bytes),
    count: (part) => (greeting.heard ? typedIn(part) : part.length),
  })
  const give = () => {
    const message = greeting.heard && !giving && credit.until(wanted, LEAST_BLOCKS)
    if (!message) return
    giving = true
    input.first(message, () => {
      giving = false
      give()
    })
  }
  return {
    onData: (listener) => {
      onBytes((bytes) => {
        const rest = greeting.expected ? greeting.read(bytes) : bytes
        if (rest.length > 0) listener(rest)
      })
      pty.onExit(() => greeting.held.length > 0 && listener(greeting.held))
    },
    onExit: (listener) => pty.onExit(({ exitCode, signal }) => listener(signal ? 128 + signal : exitCode)),
    write: (bytes, onWritten) => input.push(bytes, onWritten),
    resize: ({ cols, rows }) => running && pty.resize(cols, rows),
    pause: () => pty.pause(),
    resume: () => pty.resume(),
    allow: (offset) => {
      wanted = offset
      give()
    },
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
