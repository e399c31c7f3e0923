import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { bringUp, newSpec } from '../../server/attempt/play.ts'
import { loadInterview } from '../../server/interview/index.ts'
import { type Attempt, DockerLabHosts } from '../../server/lab-host/index.ts'
import { root } from '../../setup/paths.mjs'
import { allLabs, socket } from './lab.ts'

const TIME_LIMIT_MS = 60_000

const labs = await allLabs()
const { questions, mistakes } = await loadInterview(
  join(root, 'content'),
  labs.map(({ id }) => id),
)
const hosts = new DockerLabHosts(socket)
const running = new Map<string, Attempt>()

beforeAll(async () => {
  for (const id of new Set(questions.map(({ proof }) => proof.lab))) {
    const lab = labs.find((one) => one.id === id)!
    const spec = newSpec(lab, { owner: 'cli:test', expiresAt: Date.now() + 20 * 60_000, seed: 1 })
    running.set(id, await bringUp(hosts, lab, spec, () => {}))
  }
})

afterAll(async () => {
  for (const { spec } of running.values()) await hosts.remove(spec.id)
  await hosts.close()
})

test('the questions have no mistakes', () => expect(mistakes).toEqual([]))

/** What a proof must take away again. */
const left =
  'docker ps -aq; docker network ls --format "{{.Name}}"; ip -o link | cut -d: -f2 | cut -d@ -f1; iptables-save -t filter | grep -c DOCKER-USER'

for (const { id, proof } of questions) {
  test(`${id}: its proof shows what it says, and leaves nothing behind`, async () => {
    const attempt = running.get(proof.lab)!
    const run = (script: string) => hosts.run(attempt, attempt.hosts[0]!.name, script, {}, TIME_LIMIT_MS)
    const before = await run(left)
    const { code, output } = await run(proof.run)
    expect(code, output).not.toBe(null)
    for (const piece of proof.shows) expect(output).toContain(piece)
    const kept = new Set(before.output.split('\n'))
    expect(
      (await run(left)).output.split('\n').filter((line) => !kept.has(line) && !/docker_gwbridge/.test(line)),
    ).toEqual([])
  })
}
