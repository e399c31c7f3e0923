import { randomUUID } from 'node:crypto'
import type { ShellCommand } from './driver.ts'

const ENVIRONMENT = ['TERM=xterm-256color', 'COLORTERM=truecolor', 'HOME=/root', 'LANG=C.UTF-8']
/** Hangs up the shell that has this variable: the one whose parent is outside the host; what it started follows. */
const HANG_UP = `for p in /proc/[0-9]*; do
  grep -qsz "^$1$" $p/environ && grep -qs "^PPid:[[:space:]]*0$" $p/status && kill -HUP \${p#/proc/}
done`

/** A login shell in a container of the engine at this socket. */
export function shellCommand(socket: string, container: string, { tty }: { tty: boolean }): ShellCommand {
  const docker = ['--host', `unix://${socket}`, 'exec']
  const name = `PATCHBAY_TERMINAL=${randomUUID()}`
  const env = [...ENVIRONMENT, name].flatMap((one) => ['--env', one])
  return {
    file: 'docker',
    args: [
      ...docker,
      '--interactive',
      ...(tty ? ['--tty'] : []),
      '--workdir',
      '/root',
      ...env,
      container,
      'bash',
      '--login',
    ],
    end: { file: 'docker', args: [...docker, container, 'sh', '-c', HANG_UP, 'sh', name] },
  }
}
