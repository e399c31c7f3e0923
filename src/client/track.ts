import { part } from './dom.ts'
import './progress-marks.ts'

/** How far the reader is on the track; nothing before the first lab was begun. */
function showTrack(box: HTMLElement): void {
  const seen = new Map<string, HTMLElement>()
  for (const item of document.querySelectorAll<HTMLElement>('[data-progress-lab]')) {
    const lab = item.dataset.progressLab ?? ''
    if (!seen.has(lab)) seen.set(lab, item)
  }
  const items = [...seen.values()]
  const done = items.filter(({ dataset }) => dataset.progress === 'done').length
  const begun = done > 0 || items.some(({ dataset }) => dataset.progress === 'begun')
  if (begun) localStorage.setItem('begun', 'yes')
  else localStorage.removeItem('begun')
  document.documentElement.classList.toggle('begun', begun)
  if (!begun) return
  const all = Number(box.dataset.labs)
  part(box, 'track-count').textContent = `${done} of ${all} labs completed.`
  part<HTMLProgressElement>(box, 'track-bar').value = done
  const next = part<HTMLAnchorElement>(box, 'track-next')
  const open = items.find(({ dataset }) => dataset.progress === 'begun') ?? items.find((item) => isOpen(item))
  const link = open?.querySelector('a')
  next.hidden = !link
  if (link) {
    next.href = link.href
    next.textContent = `Go on with ${link.textContent}`
  }
  box.hidden = false
}

const isOpen = ({ dataset }: HTMLElement) => dataset.progress !== 'done'

const box = document.querySelector<HTMLElement>('[data-track]')
if (box) showTrack(box)
