/// <reference types="astro/client" />

/** The labs there are, read and checked when the site is built. */
declare module 'virtual:patchbay/labs' {
  import type { LabView } from '../server/protocol/index.ts'
  export const labs: LabView[]
}

/** The questions of interview practice, read and checked when the site is built. */
declare module 'virtual:patchbay/interview' {
  import type { InterviewQuestion } from '../server/protocol/index.ts'
  export const questions: InterviewQuestion[]
}

declare namespace App {
  interface Locals {
    /** The lab beside the text of this page. */
    lab?: string
    /** Values of seed 0 for the `{{…}}` of this page, by name; set by pages that show a lesson. */
    vars?: Record<string, string>
  }
}

interface Window {
  /** The terminal on screen, for measurements; only on pages opened with `?measure`. */
  term?: import('@xterm/xterm').Terminal
}
