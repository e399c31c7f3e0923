import { expect, test } from 'vitest'
import { checks } from '../grader/index.ts'
import { formatMistake } from './mistake.ts'
import { type LabFiles, readLab } from './read-lab.ts'

const yaml = `title: Two of a kind
lesson: dns
topic: dns
kind: exercise
level: 1
minutes: 10
lans: { lan: { mtu: 1500 } }
hosts: { host-1: { lans: [lan] } }
vars:
  net: { pick: [app-net, shop-net] }
  port: { int: [8000, 8999] }
images: [web]
tasks:
  - id: network
    title: Make {{net}}
    checks:
      - network: { name: "{{net}}" }
      - dnat: { container: web, port: 80, hostPort: "{{port}}" }
  - id: veth
    title: Which one?
    answer: { veth-of: { container: web } }
`

const files: LabFiles = { 'lab.yaml': yaml, 'setup.sh': 'ls\n', 'solution.sh': '#@ task network\nls\n' }

/** The mistakes of a lab that is right but for some replaced text or files. */
function mistakes(change: [string, string][] | LabFiles): string[] {
  const changed = Array.isArray(change)
    ? { ...files, 'lab.yaml': change.reduce((text, [from, to]) => text.replace(from, to), yaml) }
    : { ...files, ...change }
  return readLab('two-of-a-kind', 'labs/two-of-a-kind', changed).mistakes.map(formatMistake)
}

const everyCheck = checks.map(({ name }) => name).join(', ')
const at = (line: number) => `labs/two-of-a-kind/lab.yaml:${line}: `

test('a lab without mistakes is read, with its scripts', () => {
  const wrong = { 'wrong/none.sh': '#@ fails network network\nls\n' }
  const { lab, mistakes: none } = readLab('two-of-a-kind', 'labs/two-of-a-kind', { ...files, ...wrong })
  expect(none).toEqual([])
  expect(lab).toMatchObject({ id: 'two-of-a-kind', hosts: { 'host-1': { engine: '26' } }, requires: [] })
  expect(lab?.wrong.map((script) => script.name)).toEqual(['wrong/none.sh'])
})

test('every mistake is told at once, with its line and what to do', () => {
  const broken = `titel: Two of a kind
lesson: dns
topic: dnss
kind: exercise
level: 7
lans: { lan: { mtu: 1500 } }
hosts: { host-1: { lans: [wan] } }
vars:
  net: { pick: [] }
tasks:
  - id: Network
    title: Make {{nett}}
    checks:
      - networks: { name: app-net }
      - dnat: { container: w, port: 99999 }
`
  const told = mistakes({ 'lab.yaml': broken, 'setup.sh': '#@ task netwrk\nls\n' })
  expect(told.map((line) => line.replace(everyCheck, '(every check)'))).toMatchInlineSnapshot(`
    [
      "labs/two-of-a-kind/lab.yaml:1: found no title; expected a text. Hint: title: Name of the lab, as listed.",
      "labs/two-of-a-kind/lab.yaml:1: found no minutes; expected minutes, 1 to 240. Hint: minutes: How long it takes somebody who has read the lesson.",
      "labs/two-of-a-kind/lab.yaml:1: found "titel"; expected a key that a lab has: title, lesson, topic, kind, level, minutes, lans, hosts, vars, images, requires, tasks. Hint: Did you mean title?",
      "labs/two-of-a-kind/lab.yaml:3: found "dnss"; expected one of cnm, bridge, dns, overlay, macvlan, iptables, mtu, triage. Hint: Did you mean dns?",
      "labs/two-of-a-kind/lab.yaml:5: found 7; expected 1, 2, 3 or 4. Hint: level: 1 basics … 4 expert.",
      "labs/two-of-a-kind/lab.yaml:7: found LAN "wan"; expected one of lan. Hint: Did you mean lan?",
      "labs/two-of-a-kind/lab.yaml:9: found []; expected at least 1 of them. Hint: vars.net.pick: One of these values.",
      "labs/two-of-a-kind/lab.yaml:11: found "Network"; expected lower-case letters, digits and dashes, 2 or more, beginning with a letter. Hint: tasks[0].id: Name of the task; progress is kept under it, so it stays.",
      "labs/two-of-a-kind/lab.yaml:12: found {{nett}}; expected one of net, lan.subnet, lan.gateway, lan.mtu, host-1.ip. Hint: Did you mean net?",
      "labs/two-of-a-kind/lab.yaml:14: found "networks"; expected a key that tasks[0].checks[0] has: (every check). Hint: Did you mean network?",
      "labs/two-of-a-kind/lab.yaml:15: found "w"; expected a name of 2 or more letters, digits, \`_\`, \`.\` or \`-\`, beginning with a letter or digit. Hint: tasks[0].checks[1].dnat.container: Exact name of a container, 2 or more characters.",
      "labs/two-of-a-kind/lab.yaml:15: found 99999; expected a port, 1 to 65535. Hint: tasks[0].checks[1].dnat.port: Port inside the container.",
      "labs/two-of-a-kind/setup.sh:1: found task "netwrk"; expected one of Network. Hint: Did you mean Network?",
      "labs/two-of-a-kind/solution.sh:1: found task "network"; expected one of Network. Hint: Did you mean Network?",
    ]
  `)
})

test("a task does not stand on the learner's own programs alone", () => {
  const check = 'network: { name: "{{net}}" }\n      - dnat: { container: web, port: 80, hostPort: "{{port}}" }'
  expect(mistakes([[check, 'command: { run: "true" }']])).toEqual([
    expect.stringContaining('expected another check beside command'),
  ])
  expect(mistakes([['dnat: { container: web, port: 80, hostPort: "{{port}}" }', 'command: { run: "true" }']])).toEqual(
    [],
  )
})

test('a host or a LAN inside a place is known too', () => {
  const reaches = 'reaches: { from: { host: host-9 }, to: { address: 10.0.0.1 }, port: 80 }'
  const http = 'http: { from: { lan: wan }, port: 80, path: /, status: 200 }'
  expect(mistakes([['network: { name: "{{net}}" }', reaches]])[0]).toContain(
    'found host "host-9"; expected one of host-1',
  )
  expect(mistakes([['network: { name: "{{net}}" }', http]])[0]).toContain('found LAN "wan"; expected one of lan')
})

test('an unknown key names the nearest one that is known', () => {
  expect(mistakes([['images:', 'image:']])).toEqual([
    expect.stringContaining(`${at(12)}found "image"; expected a key that a lab has: title, `),
  ])
  expect(mistakes([['hostPort', 'hostport']])[0]).toMatch(/:18: found "hostport"; .* Did you mean hostPort\?$/)
})

test('syntax errors are told with their line', () => {
  const [mistake] = mistakes([['images: [web]', 'images: [web']])
  expect(mistake).toMatch(/lab\.yaml:1[23]: found ".*"; expected YAML\. Hint: /)
  expect(mistakes([['minutes: 10', 'minutes: 10\nlevel: 2']])[0]).toMatch(/:7: .*Map keys must be unique/)
})

test('a file that is no mapping is told so', () => {
  expect(mistakes({ 'lab.yaml': '- one\n' })[0]).toMatch(/:1: found \["one"\]; expected a mapping/)
  expect(mistakes({ 'lab.yaml': '' })[0]).toMatch(/:1: found .*; expected a mapping/)
})

test('a placeholder without a var is told where it stands', () => {
  expect(mistakes([['name: "{{net}}"', 'name: "{{lan.subnt}}"']])).toEqual([
    `${at(17)}found {{lan.subnt}}; expected one of net, port, lan.subnet, lan.gateway, lan.mtu, host-1.ip. Hint: Did you mean lan.subnet?`,
  ])
  expect(mistakes([['lesson: dns', 'lesson: "{{net}}"']])[0]).toMatch(
    /:2: found \{\{net\}\}; expected no placeholder here/,
  )
})

test('a range is judged at both its ends', () => {
  expect(mistakes([['[8000, 8999]', '[65000, 66000]']])).toEqual([
    expect.stringContaining(`${at(18)}found 66000; expected a port, 1 to 65535`),
  ])
})

test('a var that cannot be drawn is told once, not again where it is used', () => {
  expect(mistakes([['int: [8000, 8999]', 'int: [8999, 8000]']])).toEqual([
    expect.stringContaining(`${at(11)}found [8999,8000]; expected [low, high], two whole numbers`),
  ])
})

test('a var must not hide a variable that scripts need, nor a built-in', () => {
  expect(mistakes([['vars:', 'vars:\n  path: { pick: [a] }']])[0]).toContain('as $PATH')
  expect(mistakes([['vars:', 'vars:\n  host-1-ip: { pick: [a] }']])[0]).toContain('as $HOST_1_IP')
})

test('hosts and LANs that are named must exist', () => {
  expect(mistakes([['lans: [lan]', 'lans: [lna]']])).toEqual([
    `${at(8)}found LAN "lna"; expected one of lan. Hint: Did you mean lan?`,
  ])
  expect(mistakes([['{ veth-of: { container: web }', '{ veth-of: { container: web, host: host-2 }']])).toEqual([
    `${at(21)}found host "host-2"; expected one of host-1. Hint: Did you mean host-1?`,
  ])
  expect(mistakes([['- network: { name: "{{net}}" }', '- mtu: { network: "{{net}}", equals: wan }']])).toEqual([
    expect.stringContaining(`${at(17)}found LAN "wan"; expected one of lan`),
  ])
})

test('a lab has 1 to 5 hosts', () => {
  expect(mistakes([['hosts: { host-1: { lans: [lan] } }', 'hosts: {}']])).toContain(
    `${at(8)}found 0 hosts; expected 1 to 5 hosts.`,
  )
})

test('task ids are used once', () => {
  expect(mistakes([['id: veth', 'id: network']])).toEqual([
    expect.stringContaining(`${at(19)}found id "network" again`),
  ])
})

test('a task has either checks or an answer', () => {
  expect(mistakes([['    answer: { veth-of: { container: web } }\n', '']])).toEqual([
    expect.stringContaining('expected either `checks` or `answer`'),
  ])
})

test('names have two characters or more', () => {
  expect(mistakes([['container: web,', 'container: w,']])).toEqual([
    expect.stringContaining(`${at(18)}found "w"; expected a name of 2 or more letters`),
  ])
  expect(mistakes([['id: veth', 'id: v']])).toEqual([expect.stringContaining(`${at(19)}found "v"`)])
})

test('a lab needs its scripts, and a folder name that can be an id', () => {
  const { mistakes: found } = readLab('Two_Kinds', 'labs/Two_Kinds', { 'lab.yaml': yaml, 'setup.sh': 'ls' })
  expect(found.map(({ file, found }) => [file, found])).toEqual([
    ['labs/Two_Kinds/solution.sh', 'no such file'],
    ['labs/Two_Kinds', 'folder "Two_Kinds"'],
  ])
})

test('headers of scripts name hosts and tasks that exist', () => {
  expect(mistakes({ 'solution.sh': '#@ host-2\nls\n#@ task netwrk\nls\n#@ one two\n' })).toEqual([
    'labs/two-of-a-kind/solution.sh:1: found host "host-2"; expected one of host-1. Hint: Did you mean host-1?',
    'labs/two-of-a-kind/solution.sh:3: found task "netwrk"; expected one of network, veth. Hint: Did you mean network?',
    'labs/two-of-a-kind/solution.sh:5: found #@ one two; expected #@ <host>, #@ task <id> or #@ fails <task> <check>.',
  ])
})

test('a wrong script says which checks fail, and only a wrong script does', () => {
  const wrong = (text: string) => mistakes({ 'wrong/one.sh': text })
  expect(wrong('ls\n')[0]).toMatch(/one\.sh:1: found no header; expected #@ fails <task> <check>/)
  expect(wrong('#@ fails netwrk network\nls\n')[0]).toMatch(/:1: found task "netwrk"; .* Did you mean network\?/)
  expect(wrong('#@ fails network mtu\nls\n')[0]).toMatch(
    /found check "mtu" of task network; expected one of network, dnat/,
  )
  expect(wrong('#@ fails veth veth-of\nls\n')).toEqual([])
  expect(mistakes({ 'alternatives/one.sh': '#@ fails network network\nls\n' })[0]).toContain('no such header here')
})

test('a script without a command is told so', () => {
  expect(mistakes({ 'setup.sh': '#!/bin/bash\n# later\n' })[0]).toMatch(/setup\.sh:1: found no command/)
})

test('a mistake inside a hint is told at its place', () => {
  const hints = '    answer: { veth-of: { container: web } }\n    hints:\n      - { when: fail, sya: look }\n'
  expect(mistakes([['    answer: { veth-of: { container: web } }\n', hints]]).join('\n')).toMatch(
    /:23: found "sya"; .* Did you mean say\?/,
  )
})

const answer = '    answer: { veth-of: { container: web } }\n'
const choice = (right: string, ...options: string[]) =>
  mistakes([
    ['  port: { int: [8000, 8999] }\n', '  port: { int: [8000, 8999] }\n  cause: { pick: [a, b] }\n'],
    [answer, `    answer:\n      choice:\n        right: ${right}\n        options:\n${options.join('')}`],
  ])
const option = (id: string, says = `It is ${id}.`) => `          ${id}: { says: "${says}", otherwise: Otherwise. }\n`

test('a choice has its right option among four or more that differ, whatever is drawn', () => {
  const four = ['a', 'b', 'c', 'd'].map((id) => option(id))
  expect(choice('"{{cause}}"', ...four)).toEqual([])
  expect(choice('e', ...four)).toEqual([expect.stringMatching(/yaml:24: found "e"; expected one of a, b, c, d\./)])
  expect(choice('"{{cause}}"', ...four.slice(1), option('e'))).toEqual([
    expect.stringMatching(/found "a"; expected one of b, c, d, e\./),
  ])
  expect(choice('a', ...four.slice(1)).join()).toContain('expected at least 4 options')
  expect(choice('a', ...four, option('e', 'it is B.'))).toEqual([
    expect.stringMatching(/yaml:30: found "it is B."; expected a sentence of its own/),
  ])
  expect(choice('a', ...four, option('a', 'Again.')).join()).toMatch(/yaml:30: .*unique/)
})
