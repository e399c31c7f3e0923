import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { engineSocket } from '../../setup/lab-engine.mjs'
import {
  attemptTasks,
  bringUp,
  grade,
  type LiveAttempt,
  newSpec,
  playScript,
  playUnrecorded,
  varsOf,
} from '../attempt/index.ts'
import { type Bench, rowOf } from '../bench/index.ts'
import type { Lab } from '../catalog/index.ts'
import type { Attempt, LabHosts } from '../lab-host/index.ts'
import { scriptEnv } from '../script/index.ts'
import { labNamed, withHosts } from './workshop.ts'

const ROUNDS = 40
const GREENS = 20
/** A task that has not turned by then never will. */
const TURN_MS = 20_000
const LIFE_MS = 10 * 60_000

/**
 * One round of checks of an untouched lab, beside the floor: a bare `docker exec` in the same host. And `green`: from the
 * end of a command that mends the lab until its tasks are told to pass.
 */
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
      const green = await greens(hosts, lab, attempt)
      return [rowOf('round', round), rowOf('green', green), rowOf('floor', floor)]
    } finally {
      await hosts.remove(spec.id)
    }
  })
}

/** The lab is solved; then one of its containers leaves its network and comes back, again and again. */
async function greens(hosts: LabHosts, lab: Lab, attempt: Attempt): Promise<number[]> {
  const host = attempt.hosts[0]!.name
  const env = scriptEnv(varsOf(lab, attempt))
  const run = (script: string) => hosts.run(attempt, host, script, env, TURN_MS)
  const live = await playUnrecorded(hosts, lab, attempt)
  try {
    const solved = await playScript(hosts, lab, attempt, lab.solution)
    if (solved.outcome === 'error') throw new Error(`the solution ${solved.reason}`)
    const times: number[] = []
    await turned(live, true)
    for (let n = 0; n < GREENS; n++) {
      await run('docker network disconnect "$NET" redis')
      await turned(live, false)
      const { output } = await run('docker network connect "$NET" redis && date +%s%3N')
      const mended = Number(output.trim())
      times.push((await turned(live, true)) - mended)
    }
    return times
  } finally {
    await live.end('The bench is over.')
  }
}

/** Unix time in ms at which all tasks that the machine shows are told to pass, or one of them not to. */
function turned(live: LiveAttempt, wanted: boolean): Promise<number> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('the tasks did not turn in time')), TURN_MS)
    const look = () => {
      const passes = live.view.tasks.every(({ kind, outcome }) => kind === 'answer' || outcome === 'pass')
      if (passes !== wanted) return false
      clearTimeout(timer)
      resolve(Date.now())
      return true
    }
    if (look()) return
    const unwatch = live.watch(() => {
      if (look()) unwatch()
    })
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
