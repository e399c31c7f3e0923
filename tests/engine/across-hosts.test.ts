import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { attemptTasks, bringUp, grade, newSpec, playScript } from '../../server/attempt/index.ts'
import { type Lab, loadCatalog } from '../../server/catalog/index.ts'
import type { Attempt } from '../../server/lab-host/index.ts'
import { root } from '../../setup/paths.mjs'
import { newLabHosts } from './lab.ts'

const hosts = newLabHosts()
/** Two hosts on a LAN of 1400 bytes; one of them is on a second LAN too, with somebody from outside. */
let lab: Lab
let attempt: Attempt

beforeAll(async () => {
  const { labs, mistakes } = await loadCatalog(join(root, 'tests/fixtures/labs'))
  expect(mistakes).toEqual([])
  lab = labs[0]!
  attempt = await bringUp(hosts, lab, newSpec(lab, { owner: 'cli:tests', expiresAt: Date.now() + 600_000 }), () => {})
})
afterAll(async () => {
  if (attempt) await hosts.remove(attempt.spec.id)
  await hosts.close()
})

async function output(host: string, script: string): Promise<string> {
  return (await hosts.run(attempt, host, script, {}, 40_000)).output.trim()
}
const address = (host: string, lan = 'lan') => attempt.hosts.find(({ name }) => name === host)?.addresses[lan] ?? ''
/** An address of the LAN that no host has. */
const spare = (number: number) => address('host-1').replace(/\d+$/, String(number))
/** A ping of so many bytes that may not be cut up. */
const ping = (bytes: number, to: string) => `ping -c 1 -W 2 -M do -s ${bytes - 28} ${to} 2>&1`

describe('the LANs of a lab', () => {
  test('have subnets of their own and the MTU that the lab says, to the byte', async () => {
    expect(new Set(Object.values(attempt.lans).map(({ subnet }) => subnet)).size).toBe(2)
    const there = address('host-2')
    expect(await output('host-1', ping(1400, there))).toContain(' 0% packet loss')
    expect(await output('host-1', ping(1401, there))).toMatch(/message too long/i)
    const outside = address('host-1', 'outside')
    expect(await output('client', ping(1500, outside))).toContain(' 0% packet loss')
    expect(await output('client', ping(1501, outside))).toMatch(/message too long/i)
  })

  test('carry whole frames also from a neighbour that thinks they carry more', async () => {
    const script = `ip link set eth0 mtu 1500; ${ping(1500, address('host-1'))}; ip link set eth0 mtu 1400`
    expect(await output('host-2', script)).toContain('100% packet loss')
  })

  test('let somebody outside reach a published port of the host that both know, and nobody else', async () => {
    const get = (to: string) => `curl -s -m 3 -o /dev/null -w '%{http_code}' http://${to}:8080/ || true`
    expect(await output('client', get(address('host-1', 'outside')))).toBe('200')
    expect(await output('host-2', get(address('host-1')))).toBe('200')
    expect(await output('client', get(address('host-1')))).toBe('000')
    expect(await output('client', `${ping(100, address('host-2'))}`)).toMatch(/unreachable/i)
  })

  test('are plain switches: a container on macvlan is a neighbour of the other host, under its own MAC', async () => {
    const at = spare(200)
    const made = await output(
      'host-1',
      `docker network create -d macvlan -o parent=eth0 --subnet ${attempt.lans.lan?.subnet} street &&
       docker run -d --name house --hostname house --network street --ip ${at} web && docker exec house ip link show eth0`,
    )
    const mac = /link\/ether (\S+)/.exec(made)?.[1]
    expect(mac).toBeTruthy()
    expect(await output('host-2', `curl -s -m 5 --retry 5 --retry-connrefused http://${at}/`)).toContain('house')
    expect(await output('host-2', `ip neigh show ${at}`)).toContain(mac)
  })
})

test('hosts of a lab join a swarm: an overlay that fits into the LAN, names across, VXLAN on the wire', async () => {
  expect(await playScript(hosts, lab, attempt, lab.solution)).toMatchObject({ outcome: 'done' })
  const tasks = attemptTasks(lab, attempt)
  expect((await grade(hosts, attempt, tasks)).map(({ outcome }) => outcome)).toEqual(['pass'])

  const listen = `timeout 20 tcpdump -c 4 -nn -i eth0 udp port 4789 > /root/wire 2>/root/tcpdump.log & until grep -q listening /root/tcpdump.log 2>/dev/null; do sleep 0.1; done`
  await output('host-2', listen)
  await expect.poll(() => output('host-1', 'docker exec one getent hosts two'), { timeout: 20_000 }).toMatch(/^\d/)
  expect(await output('host-2', 'docker exec two wget -q -T 5 -O - http://one/')).toContain(
    await output('host-1', 'docker exec one hostname'),
  )
  // 1400 of the LAN less 50 of VXLAN.
  const full = `pid=$(docker inspect -f '{{.State.Pid}}' one); to=$(docker exec one getent hosts two | cut -d' ' -f1)`
  expect(await output('host-1', `${full}; nsenter -t $pid -n ${ping(1350, '$to')}`)).toContain(' 0% packet loss')
  expect(await output('host-1', `${full}; nsenter -t $pid -n ${ping(1351, '$to')}`)).toMatch(/message too long/i)
  await expect.poll(() => output('host-2', 'cat /root/wire'), { timeout: 20_000 }).toMatch(/\.4789: VXLAN/)
})
