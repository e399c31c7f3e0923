/** Every refusal there is: its HTTP status and what to do about it. A code without an entry does not compile. */
const entries = {
  'bad-request': { status: 400, remedy: 'Correct the field named in the message and send it again.' },
  'not-found': { status: 404, remedy: 'Check the address.' },
  'origin-refused': { status: 403, remedy: 'Open the page at the address that this server prints at its start.' },
  'not-signed-in': { status: 401, remedy: 'Reload the page: a guest session starts with the first lab, or sign in.' },
  'session-expired': { status: 401, remedy: 'Sign in again. Everything you passed is kept.' },
  'wrong-password': {
    status: 401,
    remedy: 'Check the name and the password. There is no hint which of the two is wrong.',
  },
  'name-taken': { status: 409, remedy: 'Choose another name, or sign in if it is yours.' },
  'too-many-requests': { status: 429, remedy: 'Wait for the time given, then try again.' },
  'lab-unknown': { status: 404, remedy: 'See `npx patchbay lab list` for the labs there are.' },
  'lab-broken': { status: 500, remedy: 'Run `npx patchbay lab validate` and mend the lines it names.' },
  'lab-unavailable': {
    status: 409,
    remedy: 'Choose another lab, or run this one on a machine that has what it requires.',
  },
  'attempt-unknown': {
    status: 404,
    remedy: 'The lab has ended or belongs to somebody else. Start it again from its lesson.',
  },
  'attempt-not-ready': { status: 409, remedy: 'Wait until the lab says ready, then try again.' },
  'task-unknown': { status: 404, remedy: 'Use a task id that the lab lists.' },
  'question-unknown': { status: 404, remedy: 'Use a question that the practice page lists.' },
  'mock-unknown': { status: 404, remedy: 'Begin a new mock interview. Those that are over stay in the list.' },
  'host-unknown': { status: 404, remedy: 'Use a host that the lab lists.' },
  'too-many-labs': { status: 409, remedy: 'Stop one of them first, or wait until its time is over.' },
  'not-extendable': { status: 409, remedy: 'Finish what you can; then start the lab again. What you passed is kept.' },
  'no-room': { status: 503, remedy: 'Stop a lab that is no longer needed, or try again in a minute.' },
  'engine-unreachable': { status: 503, remedy: 'Run `npx patchbay doctor` on the server. What you passed is kept.' },
  'host-start-failed': {
    status: 503,
    remedy: 'Start the lab again; if it repeats, run `npx patchbay doctor` on the server.',
  },
  'script-failed': {
    status: 500,
    remedy: 'Start the lab again; if it repeats, its author must mend the script named.',
  },
  'ticket-refused': { status: 403, remedy: 'The page asks for a new one by itself; otherwise reload it.' },
  'too-many-terminals': { status: 409, remedy: 'Close a terminal that is no longer needed, then try again.' },
  'frame-refused': { status: 400, remedy: 'Reload the page.' },
  'terminal-unreachable': { status: 503, remedy: 'It reconnects by itself; the shell is kept.' },
  'storage-failed': {
    status: 503,
    remedy: 'Free space on the disk of the server and let it write to its data folder. What was saved before is kept.',
  },
  internal: { status: 500, remedy: 'Try again; the server log has the cause.' },
} as const satisfies Record<string, { status: number; remedy: string }>

export type ErrorCode = keyof typeof entries

export const catalogue: Record<ErrorCode, { status: number; remedy: string }> = entries
