import type { AccountRecord, LabView, PassedTask, RunView } from '../../../server/protocol/index.ts'
import { topicName } from '../../build/topics.ts'
import { h } from '../dom.ts'
import { runLines, when } from '../run-lines.ts'
import { duration } from '../words.ts'
import { marksOf, type Skill, type Step, skillWords } from './summary.ts'

type Labs = LabView[]

const titleOfLab = (labs: Labs, id: string) => labs.find((lab) => lab.id === id)?.title ?? id
const titleOfTask = (labs: Labs, lab: string, id: string) =>
  labs.find((one) => one.id === lab)?.tasks.find((task) => task.id === id)?.title ?? id
const many = (count: number, what: string) => `${count} ${what}${count === 1 ? '' : 's'}`

export function figure(what: string, count: number): HTMLElement {
  return h('div', {}, h('dt', {}, what), h('dd', {}, String(count)))
}

export function stepItem({ href, text, why }: Step): HTMLElement {
  return h('li', {}, h('a', { href }, text), h('span', { class: 'muted' }, ` ${why}`))
}

/** One topic: how much of it is proven, as a bar and in words. */
export function skillItem(skill: Skill): HTMLElement {
  const name = topicName(skill.topic)
  const bar = h('span', { class: 'skill-bar', 'aria-hidden': 'true' })
  for (const kind of ['proven', 'withSolution'] as const) {
    const share = h('span', { class: `skill-${kind === 'proven' ? 'proven' : 'helped'}` })
    share.style.inlineSize = `${(skill[kind] / Math.max(1, skill.tasks)) * 100}%`
    bar.append(share)
  }
  const link = h('a', { href: `/labs/?topic=${skill.topic}` }, name)
  return h('li', { class: 'skill' }, link, bar, h('span', { class: 'muted' }, skillWords(skill)))
}

/** One lab, with its passed tasks, the earliest first. */
export function passedLab(lab: string, passed: PassedTask[], record: AccountRecord, labs: Labs): HTMLElement {
  const all = labs.find(({ id }) => id === lab)?.tasks.length ?? passed.length
  const done = record.completed.find((one) => one.lab === lab)
  const state = done ? `Completed ${when(done.completedAt)}` : `${passed.length} of ${many(all, 'task')}`
  return h(
    'details',
    { class: 'card' },
    h('summary', {}, h('strong', {}, titleOfLab(labs, lab)), h('span', { class: 'muted' }, ` ${state}`)),
    h('ol', { class: 'passed' }, ...passed.toReversed().map((one) => passedItem(one, labs))),
    h('p', {}, h('a', { href: `/labs/${lab}/` }, 'Open the lab')),
  )
}

function passedItem(one: PassedTask, labs: Labs): HTMLElement {
  const seen = one.evidence.map(({ check, observed, evidence, host }) =>
    h(
      'li',
      {},
      `${host ? `${host}, ` : ''}${check}: ${observed}`,
      evidence ? h('code', { class: 'evidence' }, evidence) : undefined,
    ),
  )
  return h(
    'li',
    {},
    h('p', { class: 'passed-title' }, titleOfTask(labs, one.lab, one.task)),
    h('p', { class: 'muted' }, `Passed ${when(one.passedAt)}${one.withSolution ? ', with the solution shown' : ''}.`),
    seen.length > 0 ? h('ul', { class: 'seen' }, ...seen) : undefined,
  )
}

/** One run: how long, what came of it, and when what happened. */
export function runItem(run: RunView, labs: Labs): HTMLElement {
  const passed = run.passed.filter(({ replayed }) => !replayed).length
  const lasted = duration(Date.parse(run.endedAt) - Date.parse(run.startedAt))
  const facts = `${when(run.startedAt)}, ${lasted}, ${many(passed, 'task')} passed, ${many(run.commands.length, 'command')}`
  const line = h('div', { class: 'timeline', 'aria-hidden': 'true' })
  for (const { at, kind } of marksOf(run)) {
    const mark = h('span', { class: `timeline-${kind}` })
    mark.style.insetInlineStart = `${at * 100}%`
    line.append(mark)
  }
  return h(
    'details',
    { class: 'card' },
    h('summary', {}, h('strong', {}, titleOfLab(labs, run.lab)), h('span', { class: 'muted' }, ` ${facts}`), line),
    run.reason ? h('p', {}, run.reason) : undefined,
    h('ol', { class: 'run-list' }, ...runLines(run, (task) => titleOfTask(labs, run.lab, task))),
  )
}
