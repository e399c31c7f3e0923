import type { Terminal } from '@xterm/xterm'
import { copySelection } from './terminal-clipboard.ts'

/**
 * Keys that are the page's and not the shell's: Ctrl-Shift-C or Ctrl-Insert copies, Ctrl-Shift-V or Shift-Insert pastes,
 * Ctrl-Shift-F finds, and Escape followed by Tab (or Shift-Tab) moves the focus out of the terminal, which otherwise keeps
 * every Tab.
 */
export function addPageKeys(term: Terminal, find: () => void): void {
  let escaped = false
  term.attachCustomKeyEventHandler((event) => {
    if (event.type !== 'keydown') return true
    const chord = event.ctrlKey && event.shiftKey
    if ((chord && event.code === 'KeyC') || (event.ctrlKey && event.key === 'Insert')) {
      event.preventDefault()
      copySelection(term)
      return false
    }
    // The browser's own pastes: no permission is asked for.
    if ((chord && event.code === 'KeyV') || (event.shiftKey && event.key === 'Insert')) return false
    if (chord && event.code === 'KeyF') {
      event.preventDefault()
      find()
      return false
    }
    if (event.key === 'Shift') return true
    const leaves = escaped && event.key === 'Tab'
    escaped = event.key === 'Escape'
    return !leaves
  })
}
