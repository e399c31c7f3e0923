import type { TaskView } from '../../server/protocol/index.ts'
import { asRefusal } from './api.ts'
import { h } from './dom.ts'
import { showProblem } from './problem-box.ts'

/** The form for the answer to a question. `submit` throws a Refusal when the answer could not be judged. */
export function answerForm(
  id: string,
  { title, options }: Pick<TaskView, 'title' | 'options'>,
  submit: (text: string) => Promise<void>,
): HTMLFormElement {
  const button = h('button', { type: 'submit', class: 'button' }, 'Check the answer')
  const problem = h('div', { class: 'problem', role: 'alert', hidden: true })
  const send = async (event: Event): Promise<void> => {
    event.preventDefault()
    const text = new FormData(form).get('answer')?.toString() ?? ''
    if (text.trim() === '') return void form.querySelector('input')?.focus()
    const had = document.activeElement === button
    button.disabled = true
    try {
      await submit(text)
      showProblem(problem, undefined)
    } catch (error) {
      showProblem(problem, asRefusal(error))
    } finally {
      button.disabled = false
      // A disabled button loses the focus.
      if (had) button.focus()
    }
  }
  const fields = options ? [choices(title, options), button] : textField(id, button)
  const form: HTMLFormElement = h('form', { class: 'answer', submit: send }, ...fields, problem)
  return form
}

function textField(id: string, button: HTMLElement): HTMLElement[] {
  const input = h('input', { id, name: 'answer', autocomplete: 'off', autocapitalize: 'none', spellcheck: 'false' })
  return [h('label', { for: id }, 'Your answer'), h('div', { class: 'answer-row' }, input, button)]
}

function choices(title: string, options: NonNullable<TaskView['options']>): HTMLElement {
  const rows = options.map(({ id, says }) =>
    h('label', {}, h('input', { type: 'radio', name: 'answer', value: id }), h('span', {}, says)),
  )
  return h('fieldset', { class: 'answer-options' }, h('legend', { class: 'visually-hidden' }, title), ...rows)
}
