import { Stored } from './stored.ts'

type View = 'tasks' | 'both' | 'terminal'

/** Below it there is room for one of the two, as in `lab.css`. */
const NARROW = '(max-width: 1099.98px)'

const view = new Stored<View>('panes:view', (stored) => (stored === 'tasks' || stored === 'terminal' ? stored : 'both'))
const tab = new Stored<'tasks' | 'terminal'>('panes:tab', (stored) => (stored === 'terminal' ? stored : 'tasks'))
const swapped = new Stored<boolean>('panes:swapped', (stored) => stored === 'true')

/** Tasks and terminals of a lab: which of them are shown, and in which order; kept in this browser. */
export function panes(root: HTMLElement): { showTerminal: () => void } {
  const narrow = matchMedia(NARROW)
  const body = root.querySelector<HTMLElement>('.lab-body')!
  const [tasks, handle, terminal] = ['.lab-tasks', '.splitter', '.lab-terminal'].map((one) => body.querySelector(one)!)
  const buttons = [...root.querySelectorAll<HTMLButtonElement>('[data-view-button]')]
  const swap = root.querySelector<HTMLButtonElement>('[data-part="swap"]')!
  const show = () => {
    const shown = narrow.matches ? tab.value : view.value
    root.dataset.view = shown
    for (const button of buttons) button.setAttribute('aria-pressed', String(button.dataset.viewButton === shown))
    swap.hidden = narrow.matches || shown !== 'both'
  }
  // In the page's own order, so that Tab goes as the eye does.
  const arrange = () => {
    body.append(...(swapped.value ? [terminal!, handle!, tasks!] : [tasks!, handle!, terminal!]))
    root.toggleAttribute('data-swapped', swapped.value)
  }
  const choose = (wanted: View) => {
    if (!narrow.matches) view.value = wanted
    else if (wanted !== 'both') tab.value = wanted
    show()
  }
  for (const button of buttons) button.addEventListener('click', () => choose(button.dataset.viewButton as View))
  swap.addEventListener('click', () => {
    swapped.value = !swapped.value
    arrange()
    swap.focus()
  })
  narrow.addEventListener('change', show)
  if (swapped.value) arrange()
  show()
  return {
    // The tab, too, on a wide screen: a window that gets narrow then goes on showing the terminal.
    showTerminal: () => {
      tab.value = 'terminal'
      if (view.value === 'tasks' && !narrow.matches) view.value = 'both'
      show()
    },
  }
}
