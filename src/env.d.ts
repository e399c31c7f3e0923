/// <reference types="astro/client" />

/** The labs there are, read and checked when the site is built. */
declare module 'virtual:patchbay/labs' {
  // Not an import above: a relative one does not count within `declare module`, and everything would be `any`.
  export const labs: import('../server/protocol/index.ts').LabView[]
}

/** The questions of interview practice, read and checked when the site is built. */
declare module 'virtual:patchbay/interview' {
  export const questions: import('../server/protocol/index.ts').InterviewQuestion[]
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
