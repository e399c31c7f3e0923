import { expect, test } from 'vitest'
import { questionKey } from '../../snapshot/snapshot.ts'
import { disturbancesOf, gradeTasks } from '../grade.ts'
import { shop } from '../testing/shop.ts'

const task = (network: string) => ({
  id: 'one',
  title: 'One',
  latch: false,
  hints: [],
  checks: [
    { name: 'network', params: { name: network } },
    { name: 'survives-restart', params: { container: 'api' } },
  ],
})

function after(network: string, answer?: 'open' | 'none' | 'error') {
  const { snapshot } = shop()
  const [restart] = disturbancesOf([task(network)], snapshot)
  expect(restart).toEqual({ ask: 'restart', host: 'host-1', container: 'api' })
  if (answer) snapshot.answers[questionKey(restart!)] = { ask: answer, ms: 0, detail: '', error: 'no socket' } as never
  return gradeTasks([task(network)], snapshot)[0]!.checks[1]!
}

test('it passes when the others do after the restart', () => {
  expect(after('shop-net', 'open')).toMatchObject({ check: 'survives-restart', outcome: 'pass' })
})

test('it fails with what is broken after it', () => {
  expect(after('gone-net', 'open')).toMatchObject({
    outcome: 'fail',
    observed: expect.stringContaining('no network gone-net'),
  })
  expect(after('shop-net', 'none').outcome).toBe('fail')
})

test('without a restart there is no verdict, and none is asked for in a round', () => {
  expect(after('shop-net')).toMatchObject({ outcome: 'unobservable', observed: expect.stringContaining('Verify') })
  expect(after('shop-net', 'error')).toMatchObject({
    outcome: 'unobservable',
    observed: 'could not restart it: no socket',
  })
})
