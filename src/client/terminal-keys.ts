import type { Terminal } from '@xterm/xterm'

/**
 * Keys that are the page's and not the shell's: Ctrl-Shift-C copies, Ctrl-Shift-V pastes, and Escape followed by Tab (or
 * Shift-Tab) moves the focus out of the terminal, which otherwise keeps every Tab.
 */
export function addPageKeys(term: Terminal): void {
  let escaped = false
  term.attachCustomKeyEventHandler((event) => {
    if (event.type !== 'keydown') return true
    if (event.ctrlKey && event.shiftKey && event.code === 'KeyC') {
      event.preventDefault()
      copySelection(term)
      return false
    }
    // The browser's own "paste as plain text": no permission is asked for.
    if (event.ctrlKey && event.shiftKey && event.code === 'KeyV') return false
    if (event.key === 'Shift') return true
    const leaves = escaped && event.key === 'Tab'
    escaped = event.key === 'Escape'
    return !leaves
  })
}

function copySelection(term: Terminal): void {
  if (!term.hasSelection()) return
  // Pages that are not on https or localhost have no clipboard object; xterm fills in the older way's event.
  if (navigator.clipboard) navigator.clipboard.writeText(term.getSelection())
  else document.execCommand('copy')
}
