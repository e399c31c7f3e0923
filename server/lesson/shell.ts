import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'

export interface Printed {
  /** Exit code of the last command; null when it took too long, or the shell ended. */
  code: number | null
  /** stdout and stderr as they came. */
  output: string
}

/** One bash that stays: variables, the folder and background jobs are there for the next commands. */
export class LessonShell {
  readonly #bash: ChildProcessWithoutNullStreams
  readonly #token = randomBytes(12).toString('hex')
  #output = ''
  #wake = () => {}
  #ended = false

  constructor({ file, args }: { file: string; args: string[] }) {
    this.#bash = spawn(file, args)
    const grow = (bytes: Buffer) => {
      this.#output += bytes.toString()
      this.#wake()
    }
    this.#bash.stdout.on('data', grow)
    this.#bash.stderr.on('data', grow)
    this.#bash.stdin.on('error', () => {})
    for (const event of ['close', 'error'] as const) {
      this.#bash.on(event, () => {
        this.#ended = true
        this.#wake()
      })
    }
    this.#bash.stdin.write('exec 2>&1\n')
  }

  async run(commands: string, timeoutMs: number): Promise<Printed> {
    const program = Buffer.from(commands).toString('base64')
    this.#output = ''
    this.#bash.stdin.write(`eval "$(base64 -d <<< ${program})" < /dev/null; printf '\\n%s %d\\n' ${this.#token} $?\n`)
    const end = Date.now() + timeoutMs
    for (;;) {
      const [, output, code] = new RegExp(`^([^]*?)\\n${this.#token} (\\d+)\\n`).exec(this.#output) ?? []
      if (code !== undefined) return { code: Number(code), output: output ?? '' }
      if (this.#ended || Date.now() >= end) {
        this.close()
        return { code: null, output: this.#output }
      }
      await this.#more(end - Date.now())
    }
  }

  close(): void {
    this.#bash.kill()
  }

  async #more(withinMs: number): Promise<void> {
    let timer: NodeJS.Timeout | undefined
    await new Promise<void>((resolve) => {
      this.#wake = resolve
      timer = setTimeout(resolve, withinMs)
    })
    clearTimeout(timer)
  }
}
