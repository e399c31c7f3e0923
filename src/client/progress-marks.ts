import type { ProgressView } from '../../server/protocol/index.ts'
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

// Without a session, or without a server, the lists are simply shown without marks.
await fillMarks().catch(() => undefined)
