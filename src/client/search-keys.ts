import { slashOpens } from './slash-key.ts'

const EDITABLE = 'input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable]'

/** Opens the search by its link, by `/` and by Ctrl-K; its code is loaded then. The keys of a terminal stay its own. */
export function searchKeys(link: HTMLElement): void {
  const open = async () => (await import('./search/dialog.ts')).openSearch()
  link.addEventListener('click', (event) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return
    event.preventDefault()
    void open()
  })
  document.addEventListener('keydown', (event) => {
    const target = event.target as Element
    const modified = event.ctrlKey || event.metaKey
    const byLetter = modified && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'k'
    const bySlash = event.key === '/' && !modified && !event.altKey && slashOpens.value && !target.closest(EDITABLE)
    if ((!byLetter && !bySlash) || event.defaultPrevented || target.closest('.xterm')) return
    event.preventDefault()
    void open()
  })
}
