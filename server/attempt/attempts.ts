import type { ShellCommand } from '../lab-host/index.ts'
import type { AttemptView } from '../protocol/index.ts'

/** Labs being played: starting, judging, resetting and ending them. The API and the terminal gateway see only this. */
export interface Attempts {
  /**
   * The owner's attempt at this lab: the running one, or a new one that is brought up in the background, at once or when
   * there is a place for it. Throws Problem `lab-unknown`, `lab-unavailable`, `too-many-labs`, `no-room`, `engine-unreachable`.
   */
  start(lab: string, owner: string, options?: { seed?: number }): Promise<AttemptView>
  /** The owner's running attempt at this lab, if any. */
  running(lab: string, owner: string): AttemptView | undefined
  /** Throws Problem `attempt-unknown` when it is not the owner's, or gone. */
  view(id: string, owner: string): AttemptView
  /** Calls the listener with every change from now on, until the function returned is called. Throws as `view` does. */
  watch(id: string, owner: string, listener: (view: AttemptView) => void): () => void
  /** Judged once, against the machine as it is now. Throws `task-unknown`, `attempt-not-ready`. */
  answer(id: string, owner: string, task: string, text: string): Promise<AttemptView>
  /** Judges a task after changing the lab as its checks demand. Throws `task-unknown`, `attempt-not-ready`. */
  verify(id: string, owner: string, task: string): Promise<AttemptView>
  /** Back to the state after setup; with `task`, the solution has done the tasks before it. Throws `task-unknown`. */
  reset(id: string, owner: string, task?: string): Promise<AttemptView>
  /** Makes a task's solution part of the view, and records that it was shown. Throws `task-unknown`, `attempt-not-ready`. */
  showSolution(id: string, owner: string, task: string): Promise<AttemptView>
  /** Moves the end of its time. Throws `not-extendable`, `attempt-not-ready`. */
  extend(id: string, owner: string): Promise<AttemptView>
  /** Ends it and removes its hosts; one that waits leaves the queue. */
  stop(id: string, owner: string): Promise<void>
  /** The command that opens a shell on a host. Throws `attempt-unknown`, `host-unknown`, `attempt-not-ready`. */
  shell(id: string, owner: string, host: string): ShellCommand
  /** Somebody is at the terminal: keeps the idle limit away. */
  touch(id: string): void
  /** Hands the attempts of one owner to another, when a guest signs in to an account. */
  handOver(from: string, to: string): void
}
