import { h } from './dom.ts'
import { copyText } from './terminal-clipboard.ts'
import { saveText } from './terminal-text.ts'

let count = 0

/** A dialog with a title; it is gone once it is closed. `answer` gets the value of the button that closed it. */
function open(title: string, content: HTMLElement[], buttons: HTMLElement[], answer: (value: string) => void): void {
  const id = `dialog-${++count}`
  const form = h('form', { method: 'dialog' }, h('p', { id, class: 'confirm-title' }, title), ...content)
  form.append(h('div', { class: 'confirm-buttons' }, ...buttons))
  const dialog = h('dialog', { class: 'confirm terminal-dialog', 'aria-labelledby': id }, form)
  dialog.addEventListener('close', () => {
    dialog.remove()
    answer(dialog.returnValue)
  })
  document.body.append(dialog)
  dialog.showModal()
}

const submit = (value: string, text: string) =>
  h('button', { class: value === 'yes' ? 'button primary' : 'button', value, formnovalidate: value !== 'yes' }, text)
const act = (text: string, click: () => void) => h('button', { type: 'button', class: 'button', click }, text)

/** A text to read line by line, to select from, to copy and to save. */
export function showText(title: string, text: string, fileName: string, closed: () => void): void {
  const box = h('textarea', { readonly: true, rows: '20', 'aria-label': title, spellcheck: 'false' })
  box.value = text
  const buttons = [
    act('Copy all', () => copyText(text)),
    act('Save as a file', () => saveText(text, fileName)),
    submit('no', 'Close'),
  ]
  open(title, [box], buttons, closed)
  box.setSelectionRange(text.length, text.length)
  box.scrollTop = box.scrollHeight
  box.focus()
}

/** Asks for a line of text; undefined when there was no answer. */
export function askLine(title: string, label: string, value: string): Promise<string | undefined> {
  const input = h('input', { type: 'text', maxlength: '40' })
  input.value = value
  return new Promise((resolve) => {
    open(title, [h('label', {}, label, input)], [submit('no', 'Cancel'), submit('yes', 'Save')], (answer) =>
      resolve(answer === 'yes' ? input.value : undefined),
    )
    // Enter in the line means the button that goes ahead, not the first one.
    input.form?.addEventListener('keydown', (event) => {
      if (event.key !== 'Enter' || event.target !== input) return
      event.preventDefault()
      input.form?.closest('dialog')?.close('yes')
    })
    input.select()
  })
}

/** Where the browser does not let a page read the clipboard, the learner pastes here. */
export function askPaste(): Promise<string | undefined> {
  const box = h('textarea', { rows: '6', 'aria-label': 'Text to paste', spellcheck: 'false' })
  const hint = h('p', {}, 'This browser does not let a page read the clipboard. Paste here first.')
  return new Promise((resolve) => {
    open('Paste into the terminal', [hint, box], [submit('no', 'Cancel'), submit('yes', 'Paste')], (answer) =>
      resolve(answer === 'yes' ? box.value : undefined),
    )
    box.focus()
  })
}
