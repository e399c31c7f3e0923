import type { TaskView } from '../../server/protocol/index.ts'

/** A task as the learner sees it. `reopened`: it was passed and its state broke again. */
export type TaskMood = 'pass' | 'fail' | 'unobservable' | 'pending' | 'reopened'

export function moodOf(task: TaskView): TaskMood {
  return task.outcome === 'fail' && task.passedAt ? 'reopened' : task.outcome
}

const clock = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' })

/** What stands under a task's title. */
export function taskState(task: TaskView): string {
  const when = task.passedAt ? ` at ${clock.format(new Date(task.passedAt))}` : ''
  switch (moodOf(task)) {
    case 'pass':
      if (task.replayed) return `Done for you by the solution.${task.passedAt ? ` You passed it${when}.` : ''}`
      return when ? `Passed${when}` : 'Passed'
    case 'reopened':
      return `Open again. First passed${when}, and that is kept.`
    case 'fail':
      return task.kind === 'answer' ? 'Not right yet' : 'Not yet'
    case 'unobservable':
      if (task.verify && task.checks.some(({ outcome }) => outcome === 'pass'))
        return 'Right so far. Verify restarts what has to survive it, and looks again.'
      return 'Cannot be judged at the moment. That is not your mistake.'
    case 'pending':
      return task.kind === 'answer' ? 'Waits for your answer' : 'Not looked at yet'
  }
}

/** What changed between two looks at the tasks, in sentences for a screen reader. */
export function announcements(before: TaskView[], after: TaskView[]): string[] {
  const total = after.length
  return after.flatMap((task, index) => {
    const earlier = before.find(({ id }) => id === task.id)
    const was = earlier?.outcome
    const name = `Task ${index + 1} of ${total}`
    const told = task.options && task.outcome === 'fail' ? task.checks[0]?.observed : undefined
    if (told && told !== earlier?.checks[0]?.observed) return [sentence(`${name}: ${told}`)]
    if (was === undefined || was === task.outcome) return []
    if (task.outcome === 'pass') return [sentence(`${name} passed: ${task.title}`)]
    if (was === 'pass' && task.outcome === 'fail') return [sentence(`${name} is open again: ${task.title}`)]
    return []
  })
}

const sentence = (text: string) => (/[.?!]$/.test(text) ? text : `${text}.`)

/** "1 h 58 min", "4 min 10 s", "0 s". */
export function duration(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1000))
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60)]
  if (hours > 0) return `${hours} h ${minutes} min`
  return minutes >= 5 ? `${minutes} min` : minutes > 0 ? `${minutes} min ${seconds % 60} s` : `${seconds} s`
}

/** Where somebody stands who waits for a lab. */
export function wordsOfQueue({ place, minutes }: { place: number; minutes: number | null }): string {
  const others = place - 1
  const where =
    others === 0 ? 'You are next.' : `You are number ${place}; ${others === 1 ? 'one is' : `${others} are`} before you.`
  const when = minutes === null ? '' : ` About ${duration(minutes * 60_000)}, sooner when somebody stops early.`
  return `${where}${when} Your place is kept when you reload; after 3 minutes away it is not.`
}
