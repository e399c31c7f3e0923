import { expect, test } from 'vitest'
import type { Answer } from '../../snapshot/snapshot.ts'
import { questionKey } from '../../snapshot/snapshot.ts'
import { shop } from '../testing/shop.ts'
import { http } from './http.ts'

const wanted = { port: 8123, path: '/health', status: 200, body: '"redis":"ok"' }

function answered(answer: Answer) {
  const { snapshot } = shop()
  snapshot.answers['http host-1 8123 /health'] = answer
  return http.judge(wanted, snapshot)
}

test('the wanted status and body pass', () => {
  expect(http.judge(wanted, shop().snapshot)).toEqual({
    outcome: 'pass',
    expected: 'GET :8123/health on host-1 from the LAN: 200 with "redis":"ok"',
    observed: '200 {"redis":"ok","hits":3}',
    evidence: 'curl -i http://10.200.4.2:8123/health',
  })
})

test('another status fails, and shows what the body says', () => {
  expect(answered({ ask: 'http', status: 503, body: '{"redis":"connection refused"}', from: '' })).toMatchObject({
    outcome: 'fail',
    observed: '503 {"redis":"connection refused"}',
  })
})

test('the right status with another body fails', () => {
  expect(answered({ ask: 'http', status: 200, body: 'hello', from: '' }).outcome).toBe('fail')
})

test('nobody listening fails', () => {
  expect(answered({ ask: 'none', detail: 'Connection refused' })).toMatchObject({
    outcome: 'fail',
    observed: 'no answer: Connection refused',
  })
})

test('a fault of asking is unobservable', () => {
  expect(answered({ ask: 'error', error: 'probe gone' })).toMatchObject({
    outcome: 'unobservable',
    observed: 'could not ask: probe gone',
  })
  expect(http.judge({ ...wanted, port: 8000 }, shop().snapshot).outcome).toBe('unobservable')
})

test('a long body is shown in one short line', () => {
  const { observed } = answered({ ask: 'http', status: 500, body: 'x\n'.repeat(500), from: '' })
  expect(observed.length).toBeLessThan(140)
  expect(observed).not.toContain('\n')
})

test('a request can come from a container and go to another', () => {
  const given = { from: 'api', to: 'redis', port: 80, path: '/', status: 200 }
  const { snapshot } = shop()
  const [question] = http.questions(given, snapshot)
  expect(question).toMatchObject({
    ask: 'connect',
    from: { container: 'api' },
    address: '172.18.0.2',
    protocol: 'http',
  })
  snapshot.answers[questionKey(question!)] = { ask: 'open', ms: 1, status: 200, body: 'hello' }
  expect(http.judge(given, snapshot)).toMatchObject({ outcome: 'pass', observed: '200 hello' })
  expect(http.judge({ ...given, body: 'bye' }, snapshot).outcome).toBe('fail')
  expect(http.judge({ ...given, to: 'db' }, snapshot).outcome).toBe('fail')
})

test('with a container named, the answer has to come from it', () => {
  const from = (address: string) => {
    const { snapshot } = shop()
    const body = '{"redis":"ok"}'
    snapshot.answers['http host-1 8123 /health'] = { ask: 'http', status: 200, body, from: address }
    return http.judge({ ...wanted, container: 'api' }, snapshot)
  }
  expect(from('172.18.0.3:8080')).toMatchObject({ outcome: 'pass', observed: '200 {"redis":"ok"}, from api' })
  expect(from('10.200.4.2:9999')).toMatchObject({
    outcome: 'fail',
    observed: '200 {"redis":"ok"}, but from 10.200.4.2:9999, which is not api',
  })
  expect(from('')).toMatchObject({ outcome: 'unobservable' })
})

test('the command for an address of IPv6 has it in brackets, as a URL wants it', () => {
  const given = { from: 'api', to: { address: 'fd00::1' }, port: 80, path: '/', status: 200 }
  expect(http.judge(given, shop().snapshot).evidence).toMatch(/ http:\/\/\[fd00::1\]:80\/$/)
})
