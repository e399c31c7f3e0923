/** On narrow screens the lab is a sheet that a bar at the bottom pulls up; on wide ones the bar is not shown. */
export function sheet(toggle: HTMLElement, lab: HTMLElement): { open: () => void } {
  const set = (open: boolean) => {
    toggle.setAttribute('aria-expanded', String(open))
    lab.classList.toggle('sheet-open', open)
    document.documentElement.classList.toggle('has-sheet', open)
    if (open) lab.focus()
  }
  toggle.addEventListener('click', () => set(toggle.getAttribute('aria-expanded') !== 'true'))
  return { open: () => set(true) }
}
