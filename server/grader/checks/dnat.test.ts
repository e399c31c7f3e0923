import { expect, test } from 'vitest'
import { dnatRule, shop } from '../testing/shop.ts'
import { dnat } from './dnat.ts'

const wanted = { container: 'api', port: 8080, hostPort: 8123 }

function judgeWith(rules: ReturnType<typeof dnatRule>[]) {
  const { snapshot, host } = shop()
  host.iptables = [...host.iptables.filter((rule) => rule.target !== 'DNAT'), ...rules]
  return dnat.judge(wanted, snapshot)
}

test("a rule to the container's present address passes", () => {
  expect(dnat.judge(wanted, shop().snapshot)).toEqual({
    outcome: 'pass',
    expected: 'iptables send port 8123 of the host to port 8080 of api',
    observed: 'port 8123 → 172.18.0.3:8080, which is api',
    evidence: 'iptables -t nat -nvL DOCKER',
  })
})

test('a rule to an address that was its own once fails', () => {
  expect(judgeWith([dnatRule(8123, '172.17.0.3:8080')])).toMatchObject({
    outcome: 'fail',
    observed: 'api has 172.18.0.3; DNAT rules: port 8123 → 172.17.0.3:8080',
  })
})

test('another port of the container or of the host fails', () => {
  expect(judgeWith([dnatRule(8123, '172.18.0.3:80')]).outcome).toBe('fail')
  expect(judgeWith([dnatRule(8124, '172.18.0.3:8080')]).outcome).toBe('fail')
})

test('without a host port any will do', () => {
  expect(dnat.judge({ container: 'api', port: 8080 }, shop().snapshot).outcome).toBe('pass')
})

test('no rule at all fails', () => {
  expect(judgeWith([])).toMatchObject({ outcome: 'fail', observed: 'api has 172.18.0.3; DNAT rules: none' })
})

test('a rule that no packet from the LAN meets does not count', () => {
  expect(judgeWith([dnatRule(8123, '172.18.0.3:8080', { chain: 'ELSEWHERE' })]).outcome).toBe('fail')
  expect(judgeWith([dnatRule(8123, '172.18.0.3:8080', { destination: '127.0.0.1/32' })]).outcome).toBe('fail')
  expect(judgeWith([dnatRule(8123, '172.18.0.3:8080', { protocol: 'udp' })]).outcome).toBe('fail')
})

test("a rule for the host's own address on the LAN counts", () => {
  expect(judgeWith([dnatRule(8123, '172.18.0.3:8080', { destination: '10.200.4.2/32' })]).outcome).toBe('pass')
})

test('a chain of a chain counts', () => {
  const jump = { ...dnatRule(0, ''), target: 'MINE' }
  expect(judgeWith([jump, dnatRule(8123, '172.18.0.3:8080', { chain: 'MINE' })]).outcome).toBe('pass')
})

test('a container that does not run fails', () => {
  const { snapshot, api } = shop()
  api.running = false
  expect(dnat.judge(wanted, snapshot)).toMatchObject({ outcome: 'fail', observed: 'api is not running' })
})

test('an address that only the engine gives to the container is a claim', () => {
  const { snapshot, api } = shop()
  api.links = []
  expect(dnat.judge(wanted, snapshot)).toMatchObject({
    outcome: 'unobservable',
    observed: 'the engine claims what the kernel does not show: api has no interface with 172.18.0.3:8080',
  })
})
