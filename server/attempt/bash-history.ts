import type { TypedCommand } from '../protocol/index.ts'

const LONGEST = 1000
/** bash writes the time of a command, seconds since 1970, on a line before it. */
const TIME = /^#(\d{9,11})$/

/** The commands in a history file with times. The learner may write anything into it: what makes no sense is left out. */
export function readHistory(host: string, file: string): TypedCommand[] {
  const commands: TypedCommand[] = []
  let at: string | undefined
  let lines: string[] = []
  const close = () => {
    const command = printable(lines.join('\n'))
    if (at && command) commands.push({ at, host, command })
    lines = []
  }
  for (const line of file.split('\n')) {
    const seconds = TIME.exec(line)?.[1]
    if (seconds) {
      close()
      at = new Date(Number(seconds) * 1000).toISOString()
    } else lines.push(line)
  }
  close()
  return commands
}

const printable = (text: string) =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not reach the page.
    .replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g, ' ')
    .trim()
    .slice(0, LONGEST)
