import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Attempt } from '../../server/lab-host/index.ts'
import { DockerLabHosts } from '../../server/lab-host/index.ts'
import { docker, newLabHosts, specOf } from './lab.ts'

const hosts = newLabHosts()
/** Two machines on one LAN, and somebody else's. */
let own: Attempt
let other: Attempt
const steps: string[] = []

beforeAll(async () => {
  const machine = { lans: ['lan'], engine: '26' }
  const two = specOf({ hosts: { 'host-1': machine, 'host-2': machine }, images: ['redis', 'tools'] })
  const made = await Promise.all([hosts.create(two, (step) => steps.push(step)), hosts.create(specOf(), () => {})])
  own = made[0]
  other = made[1]
})
afterAll(async () => {
  await Promise.all([own, other].filter(Boolean).map(({ spec }) => hosts.remove(spec.id)))
  await hosts.close()
})

async function output(script: string, host = 'host-1', attempt = own): Promise<string> {
  const { output } = await hosts.run(attempt, host, script, {}, 20_000)
  return output.trim()
}

const addressOf = (attempt: Attempt, host = 'host-1') =>
  attempt.hosts.find(({ name }) => name === host)?.addresses.lan ?? ''

describe('a lab host', () => {
  test('has a Docker engine of its own that answers, with the images of the lab and no others', async () => {
    expect(await output("docker version --format '{{.Server.Version}}'")).toMatch(/^26\./)
    const images = await output("docker images --format '{{.Repository}}'")
    expect(images.split('\n').sort()).toEqual(['redis', 'tools'])
    expect(await output('docker run --rm tools echo it runs', 'host-2')).toBe('it runs')
    expect(steps).toContain('Starting its Docker engine')
  })

  test('has the very files of its images that other hosts have, and copies of none', async () => {
    const server = `$(docker image inspect --format '{{.GraphDriver.Data.UpperDir}}' redis)/usr/bin/redis-server`
    const file = (host: string) => output(`stat --format '%d %i %s' "${server}"`, host)
    expect(await file('host-1')).toMatch(/^\d+ \d+ \d+$/)
    expect(await file('host-2')).toBe(await file('host-1'))
    const kib = Number(await output('df --output=used -k /var/lib/docker | tail -1'))
    expect(kib).toBeLessThan(8192)
  })

  test('has its own name, and knows its address by it', async () => {
    expect(await output('hostname')).toBe('host-1')
    expect(await output('hostname', 'host-2')).toBe('host-2')
    expect(await output('getent hosts host-1')).toContain(addressOf(own))
  })

  test('is on a LAN whose MTU the kernel obeys', async () => {
    expect(await output('cat /sys/class/net/eth0/mtu')).toBe('1400')
    const ping = (bytes: number) => output(`ping -c 1 -W 2 -M do -s ${bytes - 28} ${addressOf(own, 'host-2')} 2>&1`)
    expect(await ping(1400)).toContain(' 0% packet loss')
    expect(await ping(1401)).toMatch(/message too long/i)
  })

  test('asks the resolver of its LAN, which knows no name and says so at once', async () => {
    expect(await output('cat /etc/resolv.conf')).toBe(`nameserver ${own.lans.lan?.gateway}`)
    const answer = await output('dig +tries=1 +time=2 registry.example.org')
    expect(answer).toContain('status: NXDOMAIN')
    expect(Number(/Query time: (\d+) msec/.exec(answer)?.[1])).toBeLessThan(500)
  })

  test('has no way out', async () => {
    expect(await output('ip route show default; ip -6 route show default')).toBe('')
    expect(await output('ping -c 1 -W 1 192.0.2.1 2>&1')).toMatch(/network is unreachable/i)
  })

  test('keeps what its containers store in memory, up to a limit', async () => {
    expect(await output("df --output=fstype,size -BM /var/lib/docker | tail -1 | tr -s ' '")).toBe('tmpfs 512M')
    expect(await output('fallocate -l 600M /var/lib/docker/too-much 2>&1; rm -f /var/lib/docker/too-much')).toMatch(
      /no space left/i,
    )
  })
})

describe('root on a lab host', () => {
  test('is nobody outside', async () => {
    const [inside, outside, count] = (await output('cat /proc/self/uid_map')).split(/\s+/).map(Number)
    expect(inside).toBe(0)
    expect(outside).toBeGreaterThanOrEqual(100_000)
    expect(count).toBe(65_536)
    const container = own.hosts[0]!.container
    const format =
      '{{.HostConfig.Privileged}} {{.HostConfig.UsernsMode}} {{.HostConfig.PidMode}} {{.HostConfig.NetworkMode}}'
    expect(await docker('inspect', '--format', format, container)).toBe(`false   ${own.spec.id}-lan`)
  })

  test('cannot lift the limits on memory and processes', async () => {
    const raise = `
      for file in memory/memory.limit_in_bytes memory/memory.memsw.limit_in_bytes pids/pids.max memory.max memory.swap.max pids.max; do
        [ -e /sys/fs/cgroup/$file ] || continue
        before=$(cat /sys/fs/cgroup/$file)
        for value in max -1 8589934592; do { echo $value > /sys/fs/cgroup/$file; } 2>/dev/null && echo "wrote $value to $file"; done
        [ "$(cat /sys/fs/cgroup/$file)" = "$before" ] && echo "$file $before"
      done`
    const lines = (await output(raise)).split('\n')
    expect(lines.filter((line) => line.startsWith('wrote'))).toEqual([])
    const limits = lines.map((line) => line.split(' ').at(-1))
    expect(limits).toContain(String(2 ** 30))
    expect(limits).toContain('1024')
  })

  test('has no devices of the machine, and makes none', async () => {
    expect(await output('find /dev -type b')).toBe('')
    expect(await output('mknod /root/disk b 8 0 2>&1 || echo refused')).toMatch(/not permitted.*refused/s)
    expect(await output('ls /dev/mem /dev/kmsg /dev/kvm 2>/dev/null')).toBe('')
  })

  test('cannot change the kernel of the machine', async () => {
    const knobs = [
      'kernel/core_pattern',
      'kernel/modprobe',
      'kernel/hostname-of-nobody',
      'vm/overcommit_memory',
      'fs/file-max',
    ]
    const script = knobs
      .map((knob) => `f=/proc/sys/${knob}; { cat $f > $f; } 2>/dev/null && echo wrote ${knob}`)
      .join('\n')
    expect(await output(`${script}\n{ echo h > /proc/sysrq-trigger; } 2>/dev/null && echo pressed; true`)).toBe('')
  })

  test('cannot change the images, which all hosts share', async () => {
    const tries = `
      shared=/usr/share/patchbay/images
      mount -o remount,rw $shared; mount -o remount,rw,bind $shared; mount --bind $shared /mnt && mount -o remount,rw,bind /mnt
      for place in $shared /mnt $shared/redis $(docker image inspect --format '{{.GraphDriver.Data.UpperDir}}' redis); do
        if touch $place/mine 2>/dev/null; then echo "wrote to $place"; fi
      done
      touch $shared/redis/mine 2>&1`
    const tried = await output(tries)
    expect(tried).not.toContain('wrote to')
    expect(tried).toMatch(/touch: .*read-only file system/i)
  })

  test('sees neither the processes of others nor the lab engine', async () => {
    const commands = await output('cat /proc/[0-9]*/cmdline 2>/dev/null | tr "\\0" " "')
    expect(commands).not.toContain('patchbay/docker.sock')
    expect(await output('ls /run/patchbay 2>&1')).toMatch(/no such file/i)
  })
})

describe('the LAN of a lab', () => {
  const reaches = async (address: string, port: number, host = 'host-1', attempt = own) =>
    (await output(`nc -z -w 1 ${address} ${port} 2>/dev/null; echo $?`, host, attempt)) === '0'

  test('joins the hosts of one lab and nobody else, whatever routes they set', async () => {
    const listen = 'setsid timeout 60 nc -lk -p 9000 >/dev/null 2>&1 </dev/null &'
    await output(`${listen} until ss -ltn | grep -q :9000; do sleep 0.05; done`)
    const target = addressOf(own)
    expect(await reaches(target, 9000, 'host-2')).toBe(true)
    expect(await reaches(target, 9000, 'host-1', other)).toBe(false)
    const { subnet } = own.lans.lan!
    for (const way of ['dev eth0', `via ${other.lans.lan?.gateway}`]) {
      await output(`ip route replace ${subnet} ${way}`, 'host-1', other)
      expect([way, await reaches(target, 9000, 'host-1', other)]).toEqual([way, false])
    }
    await output(`ip route del ${subnet}`, 'host-1', other)
  })

  test('leads to nothing in the engine but the resolver', async () => {
    await hosts.look(own, 'host-1', [{ op: 'exec', argv: ['true'] }])
    const inProbe = (script: string) => docker('exec', 'patchbay-probe', 'sh', '-c', script)
    await docker('exec', '--detach', 'patchbay-probe', 'timeout', '30', 'nc', '-lk', '-p', '9100')
    const { gateway } = own.lans.lan!
    expect(await inProbe(`for i in $(seq 100); do nc -z -w 1 ${gateway} 9100 && echo open && break; done`)).toBe('open')
    const bridge = await inProbe(`ip -6 -o addr show dev lan${own.spec.id}0`)
    const addresses = [gateway, ...[...bridge.matchAll(/inet6 (\S+)\//g)].map(([, address]) => `${address}%eth0`)]
    for (const address of addresses) expect([address, await reaches(address, 9100)]).toEqual([address, false])
    expect(await reaches(gateway, 53)).toBe(true)
  })
})

describe('a script on a lab host', () => {
  test('gets its variables, runs in /root, and hands back its exit code and both outputs', async () => {
    const script = 'echo "$GREETING from $PWD"; echo trouble >&2; exit 7'
    const { code, output } = await hosts.run(own, 'host-1', script, { GREETING: 'a b\n"$c"' }, 10_000)
    expect(code).toBe(7)
    expect(output).toContain('a b\n"$c" from /root')
    expect(output).toContain('trouble')
  })

  test('is cut off after its time, even when it does not want to end', async () => {
    const began = performance.now()
    const stubborn = 'trap "" TERM; echo begun; while true; do sleep 0.1; done'
    expect(await hosts.run(own, 'host-1', stubborn, {}, 1000)).toEqual({ code: null, output: 'begun\n' })
    expect(performance.now() - began).toBeLessThan(6000)
    expect(await output('pgrep -fc "[w]hile true" || true')).toBe('0')
  })

  test('does not wait for what it leaves in the background', async () => {
    const began = performance.now()
    const { code, output } = await hosts.run(own, 'host-1', 'sleep 25 & echo left it running', {}, 3000)
    expect(output).toContain('left it running')
    expect(code).toBe(0)
    expect(performance.now() - began).toBeLessThan(8000)
  })

  test('keeps the end of a long output', async () => {
    const { code, output } = await hosts.run(own, 'host-1', 'seq 1 40000', {}, 10_000)
    expect(code).toBe(0)
    expect(output.length).toBeLessThanOrEqual(64 * 1024)
    expect(output.endsWith('39999\n40000\n')).toBe(true)
  })

  test('on a host that the lab has not is refused', async () => {
    await expect(hosts.run(own, 'host-9', 'true', {}, 1000)).rejects.toMatchObject({ code: 'host-unknown' })
  })
})

describe('an attempt', () => {
  test('is found again by a new server, with its hosts in order, and ready only once marked so', async () => {
    const find = async () => {
      const fresh = newLabHosts()
      const found = (await fresh.list()).find(({ spec }) => spec.id === own.spec.id)
      await fresh.close()
      return found
    }
    expect(await find()).toEqual({ ...own, ready: false })
    await hosts.markReady(own)
    expect(await find()).toEqual({ ...own, ready: true })
    expect((await find())?.hosts.map(({ name }) => name)).toEqual(['host-1', 'host-2'])
  })

  test('whose host was shut down is told apart', async () => {
    const attempt = await hosts.create(specOf(), () => {})
    try {
      await hosts.run(attempt, 'host-1', 'kill 1', {}, 5000).catch(() => {})
      await expect
        .poll(async () => (await hosts.list()).find(({ spec }) => spec.id === attempt.spec.id)?.hosts[0]?.running, {
          timeout: 10_000,
        })
        .toBe(false)
      await expect(hosts.look(attempt, 'host-1', [{ op: 'exec', argv: ['true'] }])).rejects.toMatchObject({
        code: 'host-start-failed',
      })
    } finally {
      await hosts.remove(attempt.spec.id)
    }
  })

  test('leaves nothing behind when it is removed, and removing it again is quiet', async () => {
    const attempt = await hosts.create(specOf({ images: ['tools'] }), () => {})
    const { id } = attempt.spec
    const container = attempt.hosts[0]!.container
    await hosts.run(attempt, 'host-1', 'docker run -d tools', {}, 10_000)
    expect(await leftOf(id)).not.toBe('')
    await Promise.all([hosts.remove(id), hosts.remove(id)])
    await hosts.remove(id)
    await expect.poll(() => leftOf(id)).toBe('')
    expect((await hosts.list()).map(({ spec }) => spec.id)).not.toContain(id)
    await expect(hosts.run(attempt, 'host-1', 'true', {}, 1000)).rejects.toMatchObject({ code: 'attempt-unknown' })
    expect(await docker('ps', '--all', '--no-trunc', '--quiet')).not.toContain(container)
  })

  test('that cannot be brought up says why and leaves nothing behind', async () => {
    const spec = specOf({ images: ['no-such-image'] })
    await expect(hosts.create(spec, () => {})).rejects.toMatchObject({
      code: 'host-start-failed',
      message: expect.stringContaining('no-such-image'),
      remedy: expect.stringMatching(/./),
    })
    expect(await leftOf(spec.id)).toBe('')
  })

  test('that wants an engine which is not here is refused before anything is made', async () => {
    const spec = specOf({ hosts: { 'host-1': { lans: ['lan'], engine: '20' } } })
    await expect(hosts.create(spec, () => {})).rejects.toMatchObject({ code: 'lab-unavailable' })
    expect(await leftOf(spec.id)).toBe('')
  })
})

test('a lab engine that is not there is a problem with a remedy, whatever was asked of it', async () => {
  const nowhere = new DockerLabHosts('/run/no-such-engine.sock')
  const problem = { code: 'engine-unreachable', status: 503, remedy: expect.stringContaining('npx patchbay doctor') }
  await expect(nowhere.ping()).rejects.toMatchObject(problem)
  await expect(nowhere.list()).rejects.toMatchObject(problem)
  await expect(nowhere.run(own, 'host-1', 'true', {}, 1000)).rejects.toMatchObject(problem)
  await expect(nowhere.look(own, 'host-1', [])).rejects.toMatchObject(problem)
  await expect(nowhere.create(specOf(), () => {})).rejects.toMatchObject(problem)
  await nowhere.close()
})

test('several hosts at once come up beside each other', async () => {
  const attempts = await Promise.all([1, 2, 3].map(() => hosts.create(specOf(), () => {})))
  const subnets = attempts.map(({ lans }) => lans.lan?.subnet)
  await Promise.all(attempts.map(({ spec }) => hosts.remove(spec.id)))
  expect(new Set(subnets).size).toBe(3)
})

async function leftOf(id: string): Promise<string> {
  const label = `label=patchbay.id=${id}`
  const found = await Promise.all([
    docker('ps', '--all', '--quiet', '--filter', label),
    docker('network', 'ls', '--quiet', '--filter', label),
  ])
  return found.join('')
}
