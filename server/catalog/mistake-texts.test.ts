import { expect, test } from 'vitest'
import { formatMistake } from './mistake.ts'
import { readLab } from './read-lab.ts'

/** One file with a mistake of nearly every kind. The texts are what an author has to go by. */
const yaml = `title: ""
lesson: DNS
topic: names
kind: incident
level: 9
minutes: many
lans: { lan: { mtu: 100 } }
hosts: { host-1: { lans: [lam] }, task: { lans: [lan], engine: 26 } }
vars:
  net: { pick: [app-net], int: [1, 2] }
  port: { int: [9, 1] }
  path: { pick: [a] }
images: [redis, nginx]
requires: [ipvs, magic]
colour: blue
tasks:
  - id: one
    title: Put redis on {{nte}}
    checks:
      - netwrok: { name: a1 }
      - attached: { containers: [], to: app-net, only: perhaps }
      - mtu: { network: app-net, equals: lam }
      - resolves: { from: api, name: redis, to: { container: redis }, host: host-9 }
    hints: [{ wehn: fail, say: look }]
  - id: one
    title: Both
    checks: [{ network: { name: app-net } }]
    answer: { veth-of: { container: redis } }
  - title: Neither
    latch: sometimes
`
const scripts = {
  'solution.sh': '#@ host-2\n#@ task two\n#@ fails one network\n#@ a b c\ntrue\n',
  'wrong/nothing.sh': '#!/bin/bash\n',
  'wrong/other.sh': '#@ fails one resolve\n#@ fails tow mtu\ntrue\n',
}

/** Lists of what there is grow with the product, and say nothing about the texts. */
const short = (line: string) => line.replace(/((?:[\w.-]+, ){3})(?:[\w.-]+, ){3,}[\w.-]+/, '$1…')

test('every mistake is told in words that say what to do', () => {
  const { mistakes, lab } = readLab('broken', 'labs/broken', { 'lab.yaml': yaml, ...scripts })
  expect(lab).toBeUndefined()
  expect(mistakes.map(formatMistake).map(short).join('\n')).toMatchSnapshot()
})

test('a file that is no YAML says where', () => {
  const { mistakes } = readLab('broken', 'labs/broken', { 'lab.yaml': 'title: [a\nlans: {b: \n', ...scripts })
  expect(mistakes.map(formatMistake).map(short).join('\n')).toMatchSnapshot()
})
