import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { engineSocket } from '../../setup/lab-engine.mjs'
import { attemptTasks, bringUp, grade, newSpec } from '../attempt/play.ts'
import { type Bench, rowOf } from '../bench/index.ts'
import { labNamed, withHosts } from './workshop.ts'

const ROUNDS = 40
const LIFE_MS = 10 * 60_000

/** One round of checks of an untouched lab, beside the floor: a bare `docker exec` in the same host. */
export const benchCheck: Bench = async (say) => {
  const lab = await labNamed('names-that-resolve')
  return withHosts(async (hosts) => {
    const spec = newSpec(lab, { owner: 'cli:bench', expiresAt: Date.now() + LIFE_MS, seed: 1 })
    const attempt = await bringUp(hosts, lab, spec, say)
    try {
      const tasks = attemptTasks(lab, attempt)
      const host = attempt.hosts[0]!.container
      const round: number[] = []
      const floor: number[] = []
      for (let n = 0; n < ROUNDS; n++) {
        floor.push(await timed(() => bareExec(host)))
        round.push(await timed(() => grade(hosts, attempt, tasks)))
      }
      return [rowOf('round', round), rowOf('floor', floor)]
    } finally {
      await hosts.remove(spec.id)
    }
  })
}

async function timed(act: () => Promise<unknown>): Promise<number> {
  const start = performance.now()
  await act()
  return performance.now() - start
}

async function bareExec(container: string): Promise<void> {
  const socket = process.env.PATCHBAY_ENGINE ?? engineSocket
  const child = spawn('docker', ['--host', `unix://${socket}`, 'exec', container, 'true'], { stdio: 'ignore' })
  const [code] = await once(child, 'exit')
  if (code !== 0) throw new Error(`docker exec ended with ${code}`)
}
