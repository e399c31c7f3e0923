import type { Terminal } from '@xterm/xterm'

/** Copies what is selected; false when nothing is. */
export function copySelection(term: Terminal): boolean {
  if (!term.hasSelection()) return false
  copyText(term.getSelection())
  return true
}

/** Puts a text on the clipboard. Call it from a key or a click. */
export function copyText(text: string): void {
  // Pages that are not on https or localhost have no clipboard object; the older way's event is filled in here.
  if (navigator.clipboard) return void navigator.clipboard.writeText(text).catch(() => {})
  const fill = (event: ClipboardEvent) => {
    event.clipboardData?.setData('text/plain', text)
    event.preventDefault()
    event.stopImmediatePropagation()
  }
  document.addEventListener('copy', fill, { capture: true, once: true })
  document.execCommand('copy')
  document.removeEventListener('copy', fill, { capture: true })
}

/** The clipboard's text; undefined where the browser forbids to read it. */
export async function clipboardText(): Promise<string | undefined> {
  try {
    return await navigator.clipboard.readText()
  } catch {
    return undefined
  }
}
