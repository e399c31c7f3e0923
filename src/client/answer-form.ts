import { asRefusal } from './api.ts'
import { h } from './dom.ts'
import { showProblem } from './problem-box.ts'

/** The field for the answer to a question. `submit` throws a Refusal when the answer could not be judged. */
export function answerForm(id: string, submit: (text: string) => Promise<void>): HTMLFormElement {
  const input = h('input', { id, name: 'answer', autocomplete: 'off', autocapitalize: 'none', spellcheck: 'false' })
  const button = h('button', { type: 'submit', class: 'button' }, 'Check the answer')
  const problem = h('div', { class: 'problem', role: 'alert', hidden: true })
  const label = h('label', { for: id }, 'Your answer')
  const send = async (event: Event) => {
    event.preventDefault()
    if (input.value.trim() === '') return input.focus()
    button.disabled = true
    try {
      await submit(input.value)
      showProblem(problem, undefined)
    } catch (error) {
      showProblem(problem, asRefusal(error))
    } finally {
      button.disabled = false
    }
  }
  const row = h('div', { class: 'answer-row' }, input, button)
  return h('form', { class: 'answer', submit: send }, label, row, problem)
}
