import { asRefusal, Refusal, request } from './api.ts'
import { part } from './dom.ts'
import { showProblem } from './problem-box.ts'

const form = document.querySelector<HTMLFormElement>('[data-account-form]')!
const problem = part(form, 'problem')
const NAME_RULE = 'A name has 3 to 32 characters: letters, digits, dot, underscore, hyphen.'
const PASSWORD_RULE = 'A password has 10 to 200 characters.'
const button = form.querySelector<HTMLButtonElement>('button[type="submit"]')!

/** Where to go afterwards: the page that sent us here, if it is one of ours. */
function destination(): string {
  const back = new URLSearchParams(location.search).get('back') ?? ''
  return /^\/(?![/\\])/.test(back) ? back : '/account/'
}

function mistakes(): { inputs: HTMLInputElement[]; refusal: Refusal } | undefined {
  const inputs = [...form.querySelectorAll('input')].filter((field) => !field.checkValidity())
  if (inputs.length === 0) return undefined
  const found = inputs.map(({ name, value }) => {
    if (value === '') return `The ${name} is empty.`
    return name === 'name' ? `The name "${value}" does not fit.` : `The password has ${value.length} characters.`
  })
  const rules = inputs.map(({ name }) => (name === 'name' ? NAME_RULE : PASSWORD_RULE))
  return { inputs, refusal: new Refusal('form', found.join(' '), rules.join(' ')) }
}

function complain(refusal: Refusal, fields: HTMLInputElement[] = []): void {
  showProblem(problem, refusal)
  for (const input of form.querySelectorAll('input')) input.setAttribute('aria-invalid', String(fields.includes(input)))
  ;(fields[0] ?? problem).focus()
}

form.addEventListener('submit', async (event) => {
  event.preventDefault()
  const wrong = mistakes()
  if (wrong) return complain(wrong.refusal, wrong.inputs)
  const fields = new FormData(form)
  button.disabled = true
  try {
    await request('POST', `/api/${form.dataset.accountForm}`, {
      name: fields.get('name'),
      password: fields.get('password'),
    })
    location.assign(destination())
  } catch (error) {
    complain(asRefusal(error))
  } finally {
    button.disabled = false
  }
})
