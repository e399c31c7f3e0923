import { part } from './dom.ts'

interface Question {
  title: string
  text: string
  /** The button that goes ahead. */
  yes: string
}

/** Asks before something that cannot be undone. */
export function confirmWith(dialog: HTMLDialogElement, { title, text, yes }: Question): Promise<boolean> {
  part(dialog, 'confirm-title').textContent = title
  part(dialog, 'confirm-text').textContent = text
  part(dialog, 'confirm-yes').textContent = yes
  dialog.returnValue = 'no'
  dialog.showModal()
  return new Promise((resolve) => {
    dialog.addEventListener('close', () => resolve(dialog.returnValue === 'yes'), { once: true })
  })
}
