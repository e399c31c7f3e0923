import type { RunView } from '../../server/protocol/index.ts'
import { h } from './dom.ts'

const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' })
const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' })

/** "3 Nov 2026, 14:02", where the reader is. */
export const when = (iso: string) => day.format(new Date(iso))

/** What was typed and passed in a run, in the order of time, as items of a list. */
export function runLines({ commands, passed }: RunView, titleOf: (task: string) => string): HTMLElement[] {
  const lines = [
    ...commands.map(({ at, host, command }) => ({
      at,
      row: [h('span', { class: 'muted' }, `${host} `), h('code', {}, command)],
    })),
    ...passed.map(({ at, task, replayed }) => ({
      at,
      row: [h('strong', {}, `${replayed ? 'Done for you' : 'Passed'}: ${titleOf(task)}`)],
    })),
  ].sort((a, b) => a.at.localeCompare(b.at))
  if (lines.length === 0) return [h('li', {}, 'Nothing was typed or passed.')]
  return lines.map(({ at, row }) => h('li', {}, h('time', { datetime: at }, time.format(new Date(at))), ' ', ...row))
}
