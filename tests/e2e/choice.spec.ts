import { expect, test } from '@playwright/test'
import type { TaskView } from '../../server/protocol/index.ts'
import { LocalLabs } from './local-labs.ts'
import { task } from './terminal.ts'

const labs = new LocalLabs()
test.beforeAll(() => labs.start())
test.afterAll(() => labs.remove())

const question: TaskView = {
  id: 'address',
  title: 'Why does nobody answer?',
  kind: 'answer',
  options: ['mtu', 'dns', 'rule', 'down'].map((id) => ({ id, says: `It is ${id}.` })),
  outcome: 'pending',
  checks: [],
  hints: [],
}
const judged = { check: 'choice', expected: 'the one that the evidence speaks for', evidence: '' }

test('an answer is picked with the keyboard alone, and a wrong pick is told what it would look like', async ({
  page,
}) => {
  labs.tell({ tasks: [question] })
  await labs.open(page)
  const item = task(page, 'address')
  const options = item.getByRole('group', { name: question.title })
  await options.getByRole('radio', { name: 'It is mtu.' }).focus()
  await page.keyboard.press('ArrowDown')
  await expect(options.getByRole('radio', { name: 'It is dns.' })).toBeChecked()
  const sent = page.waitForRequest(/\/answers$/)
  await page.keyboard.press('Tab')
  const button = item.getByRole('button', { name: 'Check the answer' })
  await expect(button).toBeFocused()
  const before = await options.boundingBox()
  await page.keyboard.press('Enter')
  expect((await sent).postDataJSON()).toEqual({ task: 'address', text: 'dns' })

  const observed = 'you answered dns. Not so: nslookup would say NXDOMAIN.'
  labs.tell({ tasks: [{ ...question, outcome: 'fail', checks: [{ ...judged, outcome: 'fail', observed }] }] })
  await expect(item.getByText('nslookup would say NXDOMAIN')).toBeVisible()
  await expect(page.locator('[data-part="announce"]')).toHaveText(`Task 1 of 1: ${observed}`)
  await expect(button).toBeFocused()
  expect(await options.boundingBox()).toEqual(before)

  labs.tell({ tasks: [{ ...question, outcome: 'pass', checks: [{ ...judged, outcome: 'pass', observed: 'right' }] }] })
  await expect(options).toBeHidden()
})
