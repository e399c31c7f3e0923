// The blocks of a lesson whose layout waits (docs/decisions/055) are laid out one after another once the page is idle. A jump to
// a passage needs the heights of all above it at once.
const waiting = [...document.querySelectorAll<HTMLElement>('.prose > :is(.expressive-code, figure)')]
const whenIdle = window.requestIdleCallback ?? ((run: () => void) => setTimeout(run, 1))

function layOut(block: HTMLElement): void {
  block.style.contentVisibility = 'visible'
}

function layOutNext(): void {
  const block = waiting.shift()
  if (!block) return
  layOut(block)
  whenIdle(layOutNext)
}

if (location.hash) waiting.forEach(layOut)
else whenIdle(layOutNext)
