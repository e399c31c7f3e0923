import type { TaskView } from '../../server/protocol/index.ts'
import { account } from './account.ts'
import { confirmWith } from './confirm.ts'
import { part, setText } from './dom.ts'
import { labClock } from './lab-clock.ts'
import { LabSession } from './lab-session.ts'
import { LabSteps } from './lab-steps.ts'
import { LastRun } from './last-run.ts'
import { showLimits } from './limit-notices.ts'
import { panes } from './panes.ts'
import { showProblem } from './problem-box.ts'
import { runBlocks } from './run-blocks.ts'
import { hasTerminal, idleText, lampOf, type SessionState } from './session-state.ts'
import { sheet } from './sheet.ts'
import { splitPage } from './splitter.ts'
import { TaskList } from './task-list.ts'
import { TerminalPlace } from './terminal-place.ts'
import { showVars } from './vars.ts'

const RESET = {
  title: 'Reset this lab?',
  text: 'The host goes back to the state after setup: containers, networks and files that you made are removed. Tasks you passed are kept.',
  yes: 'Reset the lab',
}
const CONTINUE = {
  title: 'Continue from this task?',
  text: 'The host is made anew, and the tasks before this one are done for you as the solution does them. They do not count as passed by you. What you made on the host is removed; tasks you passed are kept.',
  yes: 'Continue from here',
}
const SOLUTION = {
  title: 'Show the solution?',
  text: 'Your progress keeps that you have seen it before you passed this task. A hint may be enough.',
  yes: 'Show the solution',
}
const STOP = {
  title: 'Stop this lab?',
  text: 'Your host is removed with everything on it. Tasks you passed are kept, and you can start again at any time.',
  yes: 'Stop the lab',
}

/** Puts the parts of the lab on this page to work. */
function labPane(root: HTMLElement): void {
  const buttons = {
    start: part<HTMLButtonElement>(root, 'start'),
    reset: part<HTMLButtonElement>(root, 'reset'),
    stop: part<HTMLButtonElement>(root, 'stop'),
  }
  const announce = part(root, 'announce')
  const dialog = part<HTMLDialogElement>(root, 'confirm')
  const terminal = new TerminalPlace(part(root, 'terminal'))
  const { showTerminal } = panes(root)
  const showRunButtons = runBlocks((text, typing) => {
    pulled?.open()
    showTerminal()
    terminal.type(text, typing)
  })
  const pulled = pullableSheet(root)
  const session = new LabSession(root.dataset.lab ?? '', (state) => show(state))
  const tasks = new TaskList(
    { list: part(root, 'tasks'), count: part(root, 'count'), announce, done: part(root, 'done') },
    {
      answer: (task, text) => session.answer(task, text),
      showSolution: async (task) => (await confirmWith(dialog, SOLUTION)) && session.showSolution(task),
      run: (command, host) => {
        pulled?.open()
        showTerminal()
        terminal.type(command, { host, enter: true })
      },
      verify: (task) => session.verify(task),
      continueFrom: async (task) => (await confirmWith(dialog, CONTINUE)) && session.reset(task),
    },
  )
  const steps = new LabSteps(part(root, 'steps'))
  const lastRun = new LastRun(part(root, 'run'), root.dataset.lab ?? '')
  const showClock = labClock(
    root,
    () => (hasTerminal(session.state) ? session.state.view : undefined),
    () => session.extend(),
  )
  let asked = false
  const show = (state: SessionState) => {
    showClock()
    part(root, 'instead').hidden = state.phase !== 'unavailable'
    showLamp(root, state)
    showButtons(buttons, state)
    showRefusal(part(root, 'problem'), state, session)
    showLimits(part(root, 'limits'), state)
    setText(part(root, 'idle-text'), idleText(state))
    showRunButtons(hasTerminal(state))
    terminal.follow(state)
    steps.follow(state)
    lastRun.show(runToShow(state))
    if (state.phase === 'asking') asked = true
    if (asked && hasTerminal(state)) {
      asked = false
      terminal.focus(buttons.start)
    }
    if (state.phase !== 'running' && state.phase !== 'over') return
    tasks.update(state.view)
    setText(part(root, 'view-tasks'), tasksButton(state.view.tasks))
    showVars(state.view.vars)
  }

  buttons.start.addEventListener('click', () => {
    showTerminal()
    session.start()
  })
  buttons.reset.addEventListener('click', async () => (await confirmWith(dialog, RESET)) && session.reset())
  buttons.stop.addEventListener('click', async () => {
    const { state } = session
    const waits = state.phase === 'running' && state.view.state === 'waiting'
    if (waits || (await confirmWith(dialog, STOP))) session.stop()
  })
  // A server that cannot say who we are: then nothing is advised.
  account().then(
    (who) => {
      part(root, 'keep').hidden = who !== null && !who.guest
    },
    () => undefined,
  )
  session.resume()
}

/** How far one is, also while only the terminals are shown. */
const tasksButton = (tasks: TaskView[]) =>
  `Tasks ${tasks.filter(({ outcome }) => outcome === 'pass').length}/${tasks.length}`

function showLamp(root: HTMLElement, state: SessionState): void {
  const { lamp, text } = lampOf(state)
  for (const place of [part(root, 'state'), document.querySelector<HTMLElement>('[data-sheet]')]) {
    if (place) place.dataset.state = lamp
  }
  setText(part(root, 'state-text'), text)
  const bar = document.querySelector('[data-sheet-text]')
  if (bar) setText(bar, `Lab: ${text}`)
}

function showButtons(
  { start, reset, stop }: Record<'start' | 'reset' | 'stop', HTMLButtonElement>,
  state: SessionState,
): void {
  const running = state.phase === 'running'
  const waits = running && state.view.state === 'waiting'
  start.hidden = running || state.phase === 'unavailable'
  start.disabled = state.phase === 'looking' || state.phase === 'asking'
  setText(start, state.phase === 'over' ? 'Start again' : 'Start lab')
  reset.hidden = !running || waits
  reset.disabled = !running || state.view.state !== 'ready'
  stop.hidden = !running
  setText(stop, waits ? 'Leave the queue' : 'Stop')
}

/** Which end the list of what was done belongs to; undefined while there is a lab. */
function runToShow(state: SessionState): string | undefined {
  return state.phase === 'over' ? state.view.id : state.phase === 'idle' ? 'before' : undefined
}

function showRefusal(box: HTMLElement, state: SessionState, session: LabSession): void {
  if (state.phase === 'idle' && state.failed) {
    const { request, refusal } = state.failed
    showProblem(box, refusal, () => session[request]())
  } else showProblem(box, 'refusal' in state ? state.refusal : undefined)
}

function pullableSheet(root: HTMLElement): { open: () => void } | undefined {
  const toggle = document.querySelector<HTMLElement>('[data-sheet]')
  const pulled = toggle ? sheet(toggle, root) : undefined
  for (const link of document.querySelectorAll('[data-lab-open]')) {
    link.addEventListener('click', (event) => {
      event.preventDefault()
      if (pulled && toggle?.checkVisibility()) pulled.open()
      else root.focus()
    })
  }
  return pulled
}

splitPage()
const root = document.querySelector<HTMLElement>('section[data-lab]')
if (root) labPane(root)
