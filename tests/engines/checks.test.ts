import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe } from 'vitest'
import type { TaskOutcome } from '../../server/grader/index.ts'
import { root } from '../../setup/paths.mjs'
import { everyCheckHolds, everyCheckHosts, judgeEveryCheckLive, placesOf } from '../engine/every-check.ts'
import { newLabHosts } from '../engine/lab.ts'
import { recorder, recordingText } from '../fixtures/recording.ts'

// With PATCHBAY_RECORD set (`npm run fixtures`), what the probe saw becomes the recordings that unit tests judge again.
const hosts = newLabHosts()
afterAll(() => hosts.close())

const worlds = [
  { name: '20', engine: '20' },
  { name: '26', engine: '26' },
  { name: '28', engine: '28' },
  { name: '26-legacy', engine: '26', legacy: true },
]

for (const { name, engine, legacy } of worlds) {
  describe(`engine ${name}`, () => {
    let outcomes: TaskOutcome[] = []
    beforeAll(async () => {
      const attempt = await everyCheckHosts(hosts, engine, legacy)
      try {
        const { look, seen } = recorder((host, requests) => hosts.look(attempt, host, requests))
        const places = placesOf(attempt)
        outcomes = await judgeEveryCheckLive(look, places)
        const text = recordingText({ engine: name, places, seen })
        if (process.env.PATCHBAY_RECORD) await writeFile(join(root, `tests/fixtures/engines/${name}.json`), text)
      } finally {
        await hosts.remove(attempt.spec.id)
      }
    })
    everyCheckHolds(`on engine ${name}`, () => outcomes)
  })
}
