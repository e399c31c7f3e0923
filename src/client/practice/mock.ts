import type { InterviewQuestion, MockState, MockView } from '../../../server/protocol/index.ts'
import { asRefusal, request } from '../api.ts'
import { part } from '../dom.ts'
import { showProblem } from '../problem-box.ts'
import { practice, saveMock, startMock } from './api.ts'
import { keepDraft } from './draft.ts'
import { answered, draw, nextPrompt, report } from './interview.ts'
import { historyItem, reportBody } from './report.ts'

const $ = <T extends HTMLElement>(name: string) => part<T>(document, name)
const [setup, round] = [$<HTMLFormElement>('setup'), $<HTMLFormElement>('round')]
const answer = $<HTMLTextAreaElement>('answer')
let questions: InterviewQuestion[] = []
let mocks: MockView[] = []
let present: MockView | undefined
let draft = { forget: () => {} }

/** Runs something that may be refused; says why, and offers to try again. */
async function attempt(act: () => Promise<void>): Promise<void> {
  try {
    showProblem($('problem'), undefined)
    await act()
  } catch (error) {
    showProblem($('problem'), asRefusal(error), () => void attempt(act))
  }
}

function show(): void {
  const prompt = present && !present.over ? nextPrompt(present, questions) : undefined
  setup.hidden = present !== undefined
  round.hidden = prompt === undefined
  $('report').hidden = !present?.over
  $('history').hidden = mocks.filter(({ over }) => over).length === 0
  $('history-list').replaceChildren(...mocks.filter(({ over }) => over).map((mock) => historyItem(mock, questions)))
  if (present?.over) showReport(present)
  if (!prompt || !present) return
  $('place').textContent =
    `Question ${prompt.round + 1} of ${present.rounds.length}${prompt.point ? ', follow-up' : ''}`
  $('prompt').textContent = prompt.text
  answer.value = ''
  draft = keepDraft(answer, `${present.id}-${prompt.round}-${prompt.point ?? ''}`)
  $('prompt').focus()
}

function showReport(mock: MockView): void {
  const earlier = mocks.filter(({ id, over }) => over && id !== mock.id).map((one) => report(one, questions))
  $('report-body').replaceChildren(...reportBody(report(mock, questions), earlier))
  $('report-title').focus()
}

/** Keeps the interview as it stands on the server, then shows what is next. */
async function go(state: MockState): Promise<void> {
  const over = state.over || nextPrompt(state, questions) === undefined
  present = await saveMock(present!.id, { ...state, over })
  mocks = mocks.map((mock) => (mock.id === present!.id ? present! : mock))
  draft.forget()
  show()
}

function tick(): void {
  if (!present || present.over) return
  const left = new Date(present.startedAt).getTime() + present.minutes * 60_000 - Date.now()
  const minutes = Math.ceil(Math.abs(left) / 60_000)
  $('clock').textContent = left > 0 ? `${minutes} min left` : `${minutes} min over time`
}

setup.addEventListener('submit', (event) => {
  event.preventDefault()
  const form = new FormData(setup)
  const choice = {
    level: Number(form.get('level')),
    topics: form.getAll('topic').map(String),
    count: Number(form.get('count')),
  }
  void attempt(async () => {
    present = await startMock(draw(questions, choice, Math.random))
    mocks = [present, ...mocks]
    tick()
    show()
  })
})
round.addEventListener('submit', (event) => {
  event.preventDefault()
  void attempt(() => go(answered(present!, questions, answer.value)))
})
$('skip').addEventListener('click', () => void attempt(() => go(answered(present!, questions, ''))))
$('finish').addEventListener('click', () => void attempt(() => go({ ...present!, over: true })))
$('again').addEventListener('click', () => {
  present = undefined
  show()
})

await attempt(async () => {
  questions = await request<InterviewQuestion[]>('GET', '/practice/questions.json')
  mocks = (await practice()).mocks
  present = mocks.find(({ over }) => !over)
  tick()
  setInterval(tick, 1000)
  show()
})
