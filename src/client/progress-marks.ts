import type { LabView, ProgressView } from '../../server/protocol/index.ts'
import { request } from './api.ts'

/** What one list entry says: nothing before the first task. */
function markOf(passed: number, tasks: number, completed: boolean): { state: string; text: string } {
  if (completed) return { state: 'done', text: 'Completed' }
  if (passed > 0) return { state: 'begun', text: `${passed} of ${tasks} tasks` }
  return { state: 'new', text: '' }
}

async function fillMarks(): Promise<void> {
  const { labs } = await request<ProgressView>('GET', '/api/progress')
  for (const item of document.querySelectorAll<HTMLElement>('[data-progress-lab]')) {
    const lab = labs.find((entry) => entry.lab === item.dataset.progressLab)
    const { state, text } = markOf(lab?.tasks.length ?? 0, Number(item.dataset.tasks), Boolean(lab?.completedAt))
    item.dataset.progress = state
    const mark = item.querySelector('[data-progress-mark]')
    if (mark) mark.textContent = text
  }
}

/** Labs that this machine cannot run say so, and why; a learner who has begun one elsewhere keeps the mark. */
async function fillUnavailable(): Promise<void> {
  const labs = await request<LabView[]>('GET', '/api/labs')
  for (const { id, unavailable } of labs) {
    if (!unavailable) continue
    for (const item of document.querySelectorAll<HTMLElement>(`[data-progress-lab="${id}"]`)) {
      const mark = item.querySelector<HTMLElement>('[data-progress-mark]')
      if (!mark || mark.textContent) continue
      mark.textContent = 'Not available here'
      mark.title = unavailable
    }
  }
}

// Without a session, or without a server, the lists are simply shown without marks.
await fillMarks().catch(() => undefined)
await fillUnavailable().catch(() => undefined)
