import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import type { ShellCommand } from './driver.ts'

const ENVIRONMENT = ['TERM=xterm-256color', 'COLORTERM=truecolor', 'HOME=/root', 'LANG=C.UTF-8']
/** Hangs up the shell that has this variable: the one whose parent is outside the host; what it started follows. */
const HANG_UP = `for p in /proc/[0-9]*; do
  grep -qsz "^$1$" $p/environ && grep -qs "^PPid:[[:space:]]*0$" $p/status && kill -HUP \${p#/proc/}
done`

const SHELL = ['bash', '--login']
/** In the environment, so that it needs no place on the host and fills no list of processes. */
const PACED = `PATCHBAY_PACED=${readFileSync(new URL('./paced-shell.pl', import.meta.url), 'utf8')}`
const RUN_PACED = ['perl', '-e', 'eval delete $ENV{PATCHBAY_PACED}; die $@ if $@']

/** A login shell in a container of the engine at this socket. */
export function shellCommand(socket: string, container: string, { tty }: { tty: boolean }): ShellCommand {
  const docker = ['--host', `unix://${socket}`, 'exec']
  const name = `PATCHBAY_TERMINAL=${randomUUID()}`
  const exec = (environment: string[], program: string[]) => [
    ...docker,
    '--interactive',
    ...(tty ? ['--tty'] : []),
    '--workdir',
    '/root',
    ...environment.flatMap((one) => ['--env', one]),
    container,
    ...program,
  ]
  const environment = [...ENVIRONMENT, name]
  return {
    file: 'docker',
    args: exec(environment, SHELL),
    ...(tty && { paced: exec([...environment, PACED], [...RUN_PACED, ...SHELL]) }),
    end: { file: 'docker', args: [...docker, container, 'sh', '-c', HANG_UP, 'sh', name] },
  }
}
