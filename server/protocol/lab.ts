/** Kernel features that a lab may require. */
export const kernelFeatures = ['esp', 'ipvlan', 'ipvs', 'netem', 'vlan'] as const
export type KernelFeature = (typeof kernelFeatures)[number]

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
  requires: KernelFeature[]
  /** Why this machine cannot run it, in one sentence; absent when it can. */
  unavailable?: string | undefined
  /** The vars of seed 0: what prerendered pages show until an attempt runs. */
  vars: Record<string, string>
  tasks: { id: string; title: string; kind: 'state' | 'answer' }[]
}
