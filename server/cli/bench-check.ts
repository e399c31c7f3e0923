import { spawn } from 'node:child_process'
import { once } from 'node:events'
import type { Page } from '@playwright/test'
import { engineSocket } from '../../setup/lab-engine.mjs'
import { attemptTasks, bringUp, grade, newSpec, playScript, playUnrecorded, varsOf } from '../attempt/index.ts'
import { type Bench, rowOf } from '../bench/index.ts'
import { scriptEnv } from '../script/index.ts'
import { withTerminalPage } from './terminal-page.ts'
import { labNamed, withHosts } from './workshop.ts'

const ROUNDS = 40
const GREENS = 40
/** A task that has not turned by then never will. */
const TURN_MS = 20_000
const LIFE_MS = 10 * 60_000

/**
 * One round of checks of an untouched lab, beside the floor: a bare `docker exec` in the same host. And `green`: from the
 * end of a command that mends the lab until its tasks are green in a real browser.
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
      return [rowOf('round', round), rowOf('green', await greens(say)), rowOf('floor', floor)]
    } finally {
      await hosts.remove(spec.id)
    }
  })
}

/** The lab is solved; then one of its containers leaves its network and comes back, again and again. */
const greens = (say: (text: string) => void): Promise<number[]> =>
  withTerminalPage(say, async ({ page, hosts, lab, attempt, stage }) => {
    const env = scriptEnv(varsOf(lab, attempt))
    const run = (script: string) => hosts.run(attempt, attempt.hosts[0]!.name, script, env, TURN_MS)
    const solved = await playScript(hosts, lab, attempt, lab.solution)
    if (solved.outcome === 'error') throw new Error(`the solution ${solved.reason}`)
    const live = await playUnrecorded(hosts, lab, attempt)
    const unwatch = live.watch(({ tasks }) => stage.tell({ tasks }))
    try {
      await turned(page, true)
      const times: number[] = []
      for (let n = 0; n < GREENS; n++) {
        await run('docker network disconnect "$NET" redis')
        await turned(page, false)
        const green = turned(page, true)
        const { output } = await run('docker network connect "$NET" redis && date +%s%3N')
        times.push((await green) - Number(output.trim()))
      }
      return times
    } finally {
      unwatch()
      await live.end('The bench is over.')
    }
  })

/** Unix time in ms of the first frame in which all tasks that the machine shows are green, or one of them is not. */
async function turned(page: Page, wanted: boolean): Promise<number> {
  const states = (wanted: boolean) => {
    const tasks = [...document.querySelectorAll<HTMLElement>('[data-task]')].filter((one) => !one.querySelector('form'))
    return tasks.every(({ dataset }) => dataset.outcome === 'pass') === wanted && Date.now()
  }
  const seen = await page.waitForFunction(states, wanted, { polling: 'raf', timeout: TURN_MS })
  return Number(await seen.jsonValue())
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
