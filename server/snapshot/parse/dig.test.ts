import { expect, test } from 'vitest'
import type { Answer } from '../snapshot.ts'
import { firstAnswer, parseDig } from './dig.ts'

const header = (status: string) => `;; Got answer:
;; ->>HEADER<<- opcode: QUERY, status: ${status}, id: 21433
;; flags: qr rd ra; QUERY: 1, ANSWER: 1, AUTHORITY: 0, ADDITIONAL: 0
`

test('A records are the answer, aliases on the way are not', () => {
  const stdout = `${header('NOERROR')}
;; ANSWER SECTION:
store.\t\t600\tIN\tCNAME\tredis.
redis.\t\t\t600\tIN\tA\t172.18.0.2
redis.\t\t\t600\tIN\tA\t172.18.0.4
`
  expect(parseDig('127.0.0.11', stdout)).toEqual({
    ask: 'dns',
    status: 'NOERROR',
    server: '127.0.0.11',
    addresses: ['172.18.0.2', '172.18.0.4'],
  })
})

test.each(['NXDOMAIN', 'SERVFAIL', 'REFUSED'])('%s is an answer without addresses', (status) => {
  expect(parseDig('10.200.4.1', header(status))).toEqual({ ask: 'dns', status, server: '10.200.4.1', addresses: [] })
})

test('silence is told from a refusal', () => {
  const timeout = ';; communications error to 10.9.9.9#53: timed out\n;; no servers could be reached\n'
  const refused = ';; communications error to 127.0.0.1#53: connection refused\n;; no servers could be reached\n'
  expect(parseDig('10.9.9.9', timeout)).toEqual({ ask: 'none', detail: '10.9.9.9 does not answer' })
  expect(parseDig('127.0.0.1', refused)).toEqual({ ask: 'none', detail: '127.0.0.1 refuses questions' })
})

test('a program goes on to the next server after silence, SERVFAIL and REFUSED, but not after NXDOMAIN', () => {
  const silent: Answer = { ask: 'none', detail: 'a does not answer' }
  const dns = (status: string): Answer => ({ ask: 'dns', status, server: 'b', addresses: [] })
  expect(firstAnswer([silent, dns('SERVFAIL'), dns('NOERROR')])).toEqual(dns('NOERROR'))
  expect(firstAnswer([dns('NXDOMAIN'), dns('NOERROR')])).toEqual(dns('NXDOMAIN'))
  expect(firstAnswer([silent, dns('REFUSED')])).toEqual(silent)
  expect(firstAnswer([])).toEqual({ ask: 'none', detail: 'its resolv.conf names no nameserver' })
})
