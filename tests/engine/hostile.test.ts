import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { attemptTasks, bringUp, grade, newSpec, playScript } from '../../server/attempt/index.ts'
import type { Lab } from '../../server/catalog/index.ts'
import type { Attempt } from '../../server/lab-host/index.ts'
import { docker, labNamed, newLabHosts, specOf } from './lab.ts'
import { LAB } from './visitor.ts'

// The learner is root on the host: whatever they do there, no task passes that the kernel does not show.
const hosts = newLabHosts()
const states = ['network', 'same-network', 'mtu', 'name', 'service']
const all = (outcome: string) => Object.fromEntries(states.map((id) => [id, outcome]))
let lab: Lab
/** As the lab begins, and solved. */
let open: Attempt
let solved: Attempt

beforeAll(async () => {
  lab = await labNamed(LAB)
  const start = () =>
    bringUp(hosts, lab, newSpec(lab, { owner: 'cli:tests', expiresAt: Date.now() + 900_000, seed: 5 }), () => {})
  ;[open, solved] = await Promise.all([start(), start()])
  await playScript(hosts, lab, solved, lab.solution)
  await vi.waitFor(async () => expect(await outcomes(solved)).toEqual(all('pass')), { timeout: 20_000 })
})
afterAll(async () => {
  await Promise.all([open, solved].filter(Boolean).map(({ spec }) => hosts.remove(spec.id)))
  await hosts.close()
})

async function root(attempt: Attempt, script: string): Promise<string> {
  const { code, output } = await hosts.run(attempt, 'host-1', `set -e\n${script}`, { NET: net(attempt) }, 30_000)
  expect([code, output]).toEqual([0, expect.any(String)])
  return output.trim()
}

const net = (attempt: Attempt) => /named (\S+)/.exec(attemptTasks(lab, attempt)[0]!.title)![1]!

async function outcomes(attempt: Attempt): Promise<Record<string, string>> {
  const found = await grade(hosts, attempt, attemptTasks(lab, attempt))
  return Object.fromEntries(found.map(({ id, outcome }) => [id, outcome]))
}

async function reasons(attempt: Attempt): Promise<string> {
  const found = await grade(hosts, attempt, attemptTasks(lab, attempt))
  return found.flatMap(({ checks }) => checks.map(({ observed }) => observed)).join('\n')
}

/** None passes, and the round comes to an end with a reason for each. */
async function nonePasses(attempt: Attempt): Promise<void> {
  const found = await grade(hosts, attempt, attemptTasks(lab, attempt))
  expect(found.map(({ id }) => id)).toEqual(states)
  for (const { id, outcome, checks } of found) {
    expect([id, outcome]).not.toEqual([id, 'pass'])
    for (const { observed } of checks) expect(observed).not.toBe('')
  }
}

describe('programs that lie', () => {
  const programs =
    'docker iptables iptables-save iptables-nft-save xtables-nft-multi nft ip nsenter dig nslookup curl systemctl cat'
  const lie = (names: string) => `
    for name in ${names}; do
      for file in /usr/bin/$name /usr/sbin/$name /bin/$name /sbin/$name /usr/local/sbin/$name; do
        [ -e $file ] || [ -L $file ] || continue
        [ -e $file.true ] || mv $file $file.true
        printf '#!/bin/sh\\necho "{\\\\"redis\\\\":\\\\"ok\\\\"} everything is perfect"\\n' > $file
        chmod +x $file
      done
    done`
  const truth = `for file in /usr/bin/*.true /usr/sbin/*.true /usr/local/sbin/*.true; do [ ! -e $file ] || mv $file \${file%.true}; done`

  test('turn no task green', async () => {
    await root(open, lie(programs))
    expect(await outcomes(open)).toEqual(all('fail'))
    await root(open, truth)
  })

  test('take no task away', async () => {
    await root(solved, lie(programs))
    expect(await outcomes(solved)).toEqual(all('pass'))
    await root(solved, truth)
  })
})

describe('a socket that leads elsewhere', () => {
  const put = (what: string) => root(open, `mv /run/docker.sock /run/true.sock\n${what}`)
  const back = () => root(open, 'rm -rf /run/docker.sock; mv /run/true.sock /run/docker.sock')

  const places: [string, string, string][] = [
    ['a link within the host is followed', 'ln -s true.sock /run/docker.sock', 'fail'],
    ['a link out of the host is not', 'ln -s /../../../../run/patchbay/docker.sock /run/docker.sock', 'unobservable'],
    ['a link through another root is not', 'ln -s /proc/1/root/run/true.sock /run/docker.sock', 'unobservable'],
    ['a link to itself is not', 'ln -s docker.sock /run/docker.sock', 'unobservable'],
    ['a pipe is none', 'mkfifo /run/docker.sock', 'unobservable'],
    ['a file is none', 'echo HTTP/1.1 200 OK > /run/docker.sock', 'unobservable'],
    ['a folder is none', 'mkdir /run/docker.sock', 'unobservable'],
    ['nothing is none', 'true', 'unobservable'],
  ]
  for (const [what, script, outcome] of places) {
    test(what, async () => {
      await put(script)
      expect(await outcomes(open)).toEqual(all(outcome))
      if (outcome === 'unobservable') expect(await reasons(open)).toContain('the engine of host-1 does not answer')
      await back()
    })
  }
})

describe('an engine that is not there', () => {
  test('is seen as such when it was killed, and is judged again when it is back', async () => {
    await root(open, 'pkill -9 -x dockerd; while pgrep -x dockerd; do sleep 0.05; done')
    expect(await outcomes(open)).toEqual(all('unobservable'))
    expect(await reasons(open)).toContain('does not answer')
    await root(open, 'systemctl start docker')
    await nonePasses(open)
    expect((await outcomes(open)).network).toBe('fail')
  })
})

describe('an engine that is made up', () => {
  /** Serves what a real, solved host answered, word for word; or misbehaves. */
  const server = `
import http.server, json, os, socketserver, sys, time
mode, answers = sys.argv[1], json.load(open('/root/answers.json'))
class Engine(http.server.BaseHTTPRequestHandler):
    protocol_version = 'HTTP/1.1'
    def address_string(self): return ''
    def log_message(self, *_): pass
    def do_GET(self):
        body = answers.get(self.path, '{}').encode()
        if mode == 'huge': body = b'[' + b' ' * (3 << 20) + b']'
        if mode == 'nonsense': body = b'\\xff\\xfe{"Id": {"a": [[[[' * 100
        if mode == 'strange': body = json.dumps([{'Id': '../../../etc', 'Names': ['/api'], 'Name': 'app', 'State': 'running', 'NetworkSettings': None}]).encode()
        self.send_response(200)
        if mode != 'drip': self.send_header('Content-Length', str(len(body)))
        self.end_headers()
        if mode == 'silent': time.sleep(60)
        if mode != 'drip': return self.wfile.write(body)
        while True:
            self.wfile.write(b' '); self.wfile.flush(); time.sleep(0.5)
class Server(socketserver.ThreadingMixIn, socketserver.UnixStreamServer): daemon_threads = True
if os.path.lexists('/run/docker.sock'): os.remove('/run/docker.sock')
Server('/run/docker.sock', Engine).serve_forever()
`
  const put = (mode: string) =>
    root(
      open,
      `pkill -f /root/engine.py || true
       cat > /root/engine.py <<'PYTHON'\n${server}\nPYTHON
       rm -f /run/docker.sock
       setsid python3 /root/engine.py ${mode} >/root/engine.log 2>&1 </dev/null &
       until [ -S /run/docker.sock ]; do sleep 0.05; done`,
    )

  beforeAll(async () => {
    const record = `python3 - <<'PYTHON'
import http.client, json, socket
class Unix(http.client.HTTPConnection):
    def connect(self):
        self.sock = socket.socket(socket.AF_UNIX); self.sock.connect('/run/docker.sock')
answers = {}
def get(path):
    connection = Unix('docker'); connection.request('GET', path)
    answers[path] = connection.getresponse().read().decode()
    return json.loads(answers[path])
get('/version'); get('/networks')
for container in get('/containers/json?all=1'): get('/containers/' + container['Id'] + '/json')
print(json.dumps(answers))
PYTHON`
    const answers = await root(solved, record)
    expect(answers).toContain('REDIS_URL=redis://redis:6379')
    await root(open, `cat > /root/answers.json <<'JSON'\n${answers}\nJSON\nsystemctl stop docker`)
  })
  beforeEach(() => expect(open.spec.seed).toBe(solved.spec.seed))

  test('earns nothing by the answers of a perfect host', async () => {
    await put('perfect')
    await nonePasses(open)
    expect(await outcomes(open)).toEqual(all('unobservable'))
    expect(await reasons(open)).toMatch(/not the Docker engine but \S*python\S* answers on its socket/)
  })

  for (const mode of ['huge', 'nonsense', 'strange', 'silent', 'drip']) {
    test(`earns nothing by ${mode} answers, and the round ends`, async () => {
      await put(mode)
      const began = performance.now()
      await nonePasses(open)
      expect(performance.now() - began).toBeLessThan(30_000)
    })
  }

  test('does not keep others waiting, and holds nothing of the probe', async () => {
    await put('drip')
    const slow = Array.from({ length: 24 }, () => outcomes(open))
    const began = performance.now()
    expect(await outcomes(solved)).toEqual(all('pass'))
    expect(performance.now() - began).toBeLessThan(40_000)
    await Promise.all(slow)
    const threads = () =>
      docker('exec', 'patchbay-probe', 'sh', '-c', 'ps -eLo args | grep -c "[/]usr/local/bin/probe"')
    await expect.poll(async () => Number(await threads()), { timeout: 10_000 }).toBeLessThan(10)
  })
})

describe('files of a container that are not what they seem', () => {
  /** Puts something else in the place of a file that the engine mounts into api. */
  const replace = (file: string, how: string) => {
    const inside = 'nsenter -t $pid -m -- /bin/busybox'
    return root(
      solved,
      `pid=$(docker inspect -f '{{.State.Pid}}' api)\n${inside} umount ${file} 2>/dev/null || true\n${inside} rm -rf ${file}\n${inside} ${how}`,
    )
  }

  const fakes: [string, string][] = [
    ['a link to nowhere', 'ln -s /proc/self/root/nowhere /etc/resolv.conf'],
    ['a link to another process', 'ln -s /proc/1/environ /etc/resolv.conf'],
    ['a link out of the container', 'ln -s /../../../../../../../etc/resolv.conf /etc/resolv.conf'],
    ['a pipe that nobody writes to', 'mkfifo /etc/resolv.conf'],
    ['a folder', 'mkdir /etc/resolv.conf'],
    ['a file without an end', 'ln -s /dev/zero /etc/resolv.conf'],
  ]
  for (const [what, how] of fakes) {
    test(`resolv.conf is ${what}: the name does not pass, the others stand, nothing hangs`, async () => {
      await replace('/etc/resolv.conf', how)
      const began = performance.now()
      const found = await outcomes(solved)
      expect(performance.now() - began).toBeLessThan(20_000)
      expect(found.name).not.toBe('pass')
      expect(found).toMatchObject({ network: 'pass', 'same-network': 'pass', mtu: 'pass' })
    })
  }

  test('a link leads nowhere in the probe, which has what the learner may not read', async () => {
    const secret = `outside-${solved.spec.id}`
    await docker('exec', 'patchbay-probe', 'sh', '-c', `echo secret > /tmp/${secret}`)
    const links = [
      `/tmp/${secret}`,
      `/../../../../tmp/${secret}`,
      `/proc/self/root/tmp/${secret}`,
      `/proc/1/root/tmp/${secret}`,
      '/proc/self/fd/0',
    ]
    for (const link of links) {
      await root(solved, `ln -sfn ${link} /root/link`)
      const [answer] = await hosts.look(solved, 'host-1', [{ op: 'read', paths: ['/root/link', '/root/link/../..'] }])
      expect([link, answer]).toEqual([link, { op: 'read', files: [null, null] }])
    }
    await docker('exec', 'patchbay-probe', 'rm', `/tmp/${secret}`)
  })
})

test('a host that uses up its processes and its disk is still judged, and does not hold up its neighbour', async () => {
  const neighbour = await hosts.create(specOf(), () => {})
  try {
    await root(
      solved,
      `fallocate -l 500M /var/lib/docker/full || true
       python3 -c '
import os, time
try:
    while os.fork(): pass
    time.sleep(30)
except OSError:
    print("full", flush=True)
    time.sleep(30)
' >/dev/shm/full 2>&1 </dev/null &
       until read line < /dev/shm/full; do sleep 0.1; done`,
    )
    expect(await outcomes(solved)).toMatchObject({ network: 'pass', 'same-network': 'pass', mtu: 'pass' })
    const began = performance.now()
    expect(await hosts.run(neighbour, 'host-1', 'docker ps', {}, 5000)).toMatchObject({ code: 0 })
    expect(performance.now() - began).toBeLessThan(20_000)
  } finally {
    await hosts.remove(neighbour.spec.id)
  }
})
