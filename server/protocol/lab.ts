/** A lab as listed to learners; nothing that gives the solution away. */
export interface LabView {
  id: string
  title: string
  lesson: string
  topic: string
  kind: string
  /** 1 basics … 4 expert. */
  level: number
  minutes: number
  hosts: string[]
  /** The vars of seed 0: what prerendered pages show until an attempt runs. */
  vars: Record<string, string>
  tasks: { id: string; title: string; kind: 'state' | 'answer' }[]
}
