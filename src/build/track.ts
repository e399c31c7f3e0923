import type { CollectionEntry } from 'astro:content'
import type { LabView } from '../../server/protocol/index.ts'

/** Lessons in the order of the track, entries of the reference in that of their file. */
export function inOrder<T extends { data: { order: number } }>(entries: T[]): T[] {
  return entries.toSorted((a, b) => a.data.order - b.data.order)
}

/** The lessons before and after one, where there are such. */
export function neighbours(lessons: CollectionEntry<'lessons'>[], id: string) {
  const sorted = inOrder(lessons)
  const at = sorted.findIndex((lesson) => lesson.id === id)
  return { before: sorted[at - 1], after: at < 0 ? undefined : sorted[at + 1] }
}

/** Labs as the track comes to them: by lesson, the one beside its text first. */
export function labsInOrder(lessons: CollectionEntry<'lessons'>[], labs: LabView[]): LabView[] {
  return inOrder(lessons).flatMap(({ id, data }) =>
    labs
      .filter((lab) => lab.lesson === id)
      .sort((a, b) => Number(b.id === data.lab) - Number(a.id === data.lab) || a.level - b.level),
  )
}
