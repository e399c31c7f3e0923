import type { AccountView } from '../../server/protocol/index.ts'
import { account } from './account.ts'
import { asRefusal, request } from './api.ts'
import { h } from './dom.ts'
import { showProblem } from './problem-box.ts'

const who = document.querySelector<HTMLElement>('[data-account-who]')!
const signOut = document.querySelector<HTMLButtonElement>('[data-sign-out]')!
const problem = document.querySelector<HTMLElement>('[data-account-problem]')!

function describe(view: AccountView | null): (Node | string)[] {
  const up = h('a', { href: '/sign-up/' }, 'sign up')
  const signIn = h('a', { href: '/sign-in/' }, 'sign in')
  if (!view) return ['You are not signed in. Start a lab as a guest, ', signIn, ' or ', up, '.']
  if (view.guest)
    return ['You are a guest. What you passed is kept in this browser; ', up, ' or ', signIn, ' to keep it anywhere.']
  return ['Signed in as ', h('strong', {}, view.name), '.']
}

async function show(): Promise<void> {
  try {
    const view = await account()
    who.replaceChildren(...describe(view))
    signOut.hidden = !view || view.guest
  } catch (error) {
    who.replaceChildren()
    showProblem(problem, asRefusal(error), () => location.reload())
  }
}

signOut.addEventListener('click', async () => {
  try {
    await request('POST', '/api/sign-out')
    location.assign('/')
  } catch (error) {
    showProblem(problem, asRefusal(error))
  }
})

await show()
