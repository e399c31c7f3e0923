import type { AccountRecord, AccountView, LabView } from '../../server/protocol/index.ts'
import { topicsOf } from '../build/topics.ts'
import { account } from './account.ts'
import { asRefusal, request } from './api.ts'
import { confirmWith } from './confirm.ts'
import { h, part } from './dom.ts'
import { figure, passedLab, runItem, skillItem, stepItem } from './own/parts.ts'
import { nextSteps, skills } from './own/summary.ts'
import { showProblem } from './problem-box.ts'
import { when } from './run-lines.ts'

const DELETE = {
  title: 'Delete everything?',
  text: 'Labs that run are ended. What you passed, its evidence, your attempts, your practice and your account are removed from this server. There is no way to get them back: export them first if you may want them.',
  yes: 'Delete everything',
}

const root = document.querySelector<HTMLElement>('[data-own-page]')!
const signOut = part<HTMLButtonElement>(root, 'sign-out')
const problem = part(root, 'problem')
const track: string[] = JSON.parse(root.dataset.track ?? '[]')

function describe(view: AccountView | null): (Node | string)[] {
  const up = h('a', { href: '/sign-up/' }, 'sign up')
  const signIn = h('a', { href: '/sign-in/' }, 'sign in')
  if (!view) return ['You are not signed in. Start a lab as a guest, ', signIn, ' or ', up, '.']
  if (view.guest)
    return ['You are a guest. What you passed is kept in this browser; ', up, ' or ', signIn, ' to keep it anywhere.']
  return ['Signed in as ', h('strong', {}, view.name), '.']
}

function fill(record: AccountRecord, labs: LabView[]): void {
  const byLab = Map.groupBy(record.passed, ({ lab }) => lab)
  const lists = {
    figures: [
      figure('Tasks passed', record.passed.length),
      figure('Labs completed', record.completed.length),
      figure('Answers in practice', record.practice.reviews.length),
    ],
    next: nextSteps(record, labs, track, new Date()).map(stepItem),
    skills: skills(record, labs, topicsOf(labs)).map(skillItem),
    passed: [...byLab].map(([lab, tasks]) => passedLab(lab, tasks, record, labs)),
    runs: record.runs.map((run) => runItem(run, labs)),
  }
  for (const [name, items] of Object.entries(lists)) part(root, name).replaceChildren(...items)
  part(root, 'no-passed').hidden = lists.passed.length > 0
  part(root, 'no-runs').hidden = lists.runs.length > 0
  part(root, 'since').textContent = `Kept since ${when(record.since)}.`
  part(root, 'record').hidden = false
}

async function show(): Promise<void> {
  try {
    const view = await account()
    part(root, 'who').replaceChildren(...describe(view))
    signOut.hidden = !view || view.guest
    part(root, 'nothing').hidden = view !== null
    if (!view) return
    const [record, labs] = await Promise.all([
      request<AccountRecord>('GET', '/api/account/record'),
      request<LabView[]>('GET', '/api/labs'),
    ])
    fill(record, labs)
  } catch (error) {
    part(root, 'who').replaceChildren()
    showProblem(problem, asRefusal(error), () => location.reload())
  }
}

async function leave(method: 'POST' | 'DELETE', path: string): Promise<void> {
  try {
    await request(method, path)
    location.assign('/')
  } catch (error) {
    showProblem(problem, asRefusal(error))
    problem.scrollIntoView({ block: 'center' })
  }
}

signOut.addEventListener('click', () => void leave('POST', '/api/sign-out'))
part(root, 'delete').addEventListener('click', async () => {
  if (await confirmWith(part<HTMLDialogElement>(root, 'confirm'), DELETE)) await leave('DELETE', '/api/account')
})

await show()
