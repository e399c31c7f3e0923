import type { AttemptView, TaskView } from '../../server/protocol/index.ts'
import { setText } from './dom.ts'
import { TaskItem } from './task-item.ts'
import { announcements } from './words.ts'

interface Places {
  list: HTMLElement
  count: HTMLElement
  announce: HTMLElement
  done: HTMLElement
}

interface Acts {
  answer: (task: string, text: string) => Promise<void>
  /** Asks first: that it was shown is recorded. */
  showSolution: (task: string) => void
  /** Runs a command that only looks. */
  run: (command: string, host?: string) => void
  /** Makes the host anew with the tasks before this one done. */
  continueFrom: (task: string) => void
  /** Restarts what the task has to survive, and judges it. */
  verify: (task: string) => Promise<void>
}

/** The tasks of the lab, kept as the machine shows them. */
export class TaskList {
  readonly #places: Places
  readonly #items = new Map<string, TaskItem>()
  readonly #acts: Acts
  #before: TaskView[] = []

  constructor(places: Places, acts: Acts) {
    this.#places = places
    this.#acts = acts
  }

  update(view: AttemptView): void {
    for (const [index, task] of view.tasks.entries()) {
      this.#item(task)?.update(task, { ready: view.state === 'ready', first: index === 0 })
    }
    const passed = view.tasks.filter(({ outcome }) => outcome === 'pass').length
    setText(this.#places.count, `${passed} of ${view.tasks.length} passed`)
    this.#places.done.hidden = !view.completed
    const said = announcements(this.#before, view.tasks)
    if (said.length > 0) setText(this.#places.announce, said.join(' '))
    this.#before = view.tasks
  }

  #item(task: TaskView): TaskItem | undefined {
    const { id } = task
    const known = this.#items.get(id)
    if (known) return known
    const root = this.#places.list.querySelector<HTMLElement>(`[data-task="${CSS.escape(id)}"]`)
    if (!root) return undefined
    const item = new TaskItem(root, task, {
      answer: (text) => this.#acts.answer(id, text),
      showSolution: () => this.#acts.showSolution(id),
      run: this.#acts.run,
      continueFrom: () => this.#acts.continueFrom(id),
      verify: () => this.#acts.verify(id),
    })
    this.#items.set(id, item)
    return item
  }
}
