import { afterAll, expect, test } from 'vitest'
import { whyUnavailable } from '../../server/attempt/index.ts'
import { testLab } from '../../server/cli/lab-test.ts'
import { otherGenerations } from '../../setup/generations.mjs'
import { allLabs, newLabHosts } from '../engine/lab.ts'

const hosts = newLabHosts()
afterAll(() => hosts.close())
const offer = await hosts.offer()

for (const lab of await allLabs()) {
  for (const engine of otherGenerations) {
    test(`${lab.id} on engine ${engine}: untouched, solved, done wrong, reset`, async ({ skip }) => {
      const machines = Object.keys(lab.hosts).map((name) => [name, { engine }])
      const why = whyUnavailable({ requires: lab.requires, hosts: Object.fromEntries(machines) }, offer)
      // What this machine cannot have says nothing about the lab.
      if (why) return skip(why)
      const short = { ...lab, alternatives: [], wrong: lab.wrong.slice(0, 1) }
      const reports = await testLab(hosts, short, { alternatives: [], wrong: [] }, () => {}, { engine })
      expect(reports.filter(({ ok }) => !ok)).toEqual([])
      expect(reports.map((report) => report.engine)).toEqual(reports.map(() => engine))
      expect(reports.length).toBeGreaterThanOrEqual(4)
    })
  }
}
