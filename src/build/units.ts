/** Where each unit is taught: the address of its passage, by unit id. */
export function unitLinks(lessons: { id: string; data: { title: string; covers: string[] } }[]) {
  return new Map(
    lessons.flatMap(({ id, data }) =>
      data.covers.map((unit) => [unit, { href: `/lessons/${id}/#${unit}`, title: data.title }] as const),
    ),
  )
}
