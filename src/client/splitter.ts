const STEP = 3
const LIMITS = { least: 20, most: 75 }

interface Split {
  /** Where the share is stored in this browser. */
  name: string
  /** The custom property on `box` that takes the share, in percent. */
  property: string
  /** The box that is divided. */
  box: HTMLElement
  /** Percent of the box that a pointer's position stands for. */
  shareAt: (event: PointerEvent, box: DOMRect) => number
  /** Percent at the beginning. */
  initial: number
  /** The arrow keys that shrink and grow the share, as things stand now. */
  keys: () => [shrink: string, grow: string]
}

/** Makes a `role="separator"` divide a box, by pointer and by arrow keys; the share is kept in this browser. */
export function splitter(handle: HTMLElement, { name, property, box, shareAt, initial, keys }: Split): void {
  const stored = Number(localStorage.getItem(`split:${name}`))
  let share = stored || initial
  const set = (wanted: number) => {
    share = Math.min(LIMITS.most, Math.max(LIMITS.least, Math.round(wanted)))
    box.style.setProperty(property, `${share}%`)
    handle.setAttribute('aria-valuenow', String(share))
  }
  const keep = () => localStorage.setItem(`split:${name}`, String(share))
  handle.setAttribute('aria-valuemin', String(LIMITS.least))
  handle.setAttribute('aria-valuemax', String(LIMITS.most))
  set(share)
  handle.addEventListener('pointerdown', (event) => {
    event.preventDefault()
    handle.setPointerCapture(event.pointerId)
  })
  handle.addEventListener('pointermove', (event) => {
    if (handle.hasPointerCapture(event.pointerId)) set(shareAt(event, box.getBoundingClientRect()))
  })
  handle.addEventListener('pointerup', keep)
  handle.addEventListener('keydown', (event) => {
    const direction = keys().indexOf(event.key)
    if (direction < 0) return
    event.preventDefault()
    set(share + (direction === 0 ? -STEP : STEP))
    keep()
  })
}

/** Connects the separators of a page with a lab: text | lab, and tasks / terminal. */
export function splitPage(): void {
  const pane = document.querySelector<HTMLElement>('[data-split="pane"]')
  const bench = document.querySelector<HTMLElement>('.bench')
  if (pane && bench) {
    splitter(pane, {
      name: 'pane',
      property: '--lab-share',
      box: bench,
      shareAt: (event, box) => ((box.right - event.clientX) / box.width) * 100,
      initial: 48,
      keys: () => ['ArrowRight', 'ArrowLeft'],
    })
  }
  const tasks = document.querySelector<HTMLElement>('[data-split="tasks"]')
  const body = tasks?.parentElement
  const swapped = () => tasks?.closest('[data-swapped]') !== null
  if (tasks && body && tasks.getAttribute('aria-orientation') === 'vertical') {
    splitter(tasks, {
      name: 'side',
      property: '--tasks-width',
      box: body,
      shareAt: (event, box) => ((swapped() ? box.right - event.clientX : event.clientX - box.left) / box.width) * 100,
      initial: 40,
      keys: () => (swapped() ? ['ArrowRight', 'ArrowLeft'] : ['ArrowLeft', 'ArrowRight']),
    })
  } else if (tasks && body) {
    splitter(tasks, {
      name: 'tasks',
      property: '--tasks-share',
      box: body,
      shareAt: (event, box) => ((swapped() ? box.bottom - event.clientY : event.clientY - box.top) / box.height) * 100,
      initial: 42,
      keys: () => (swapped() ? ['ArrowDown', 'ArrowUp'] : ['ArrowUp', 'ArrowDown']),
    })
  }
}
