import { spawn } from 'node:child_process'
import {
  attemptTasks,
  bringUp,
  judgeAnswer,
  look,
  newSpec,
  playScript,
  replayBefore,
  taskNamed,
} from '../attempt/index.ts'

import { type Lab, loadCatalog, toLabView } from '../catalog/index.ts'
import { Problem } from '../errors/index.ts'
import { questionsOf } from '../grader/index.ts'
import type { Attempt, DockerLabHosts } from '../lab-host/index.ts'
import { facts, type Snapshot } from '../snapshot/index.ts'
import { seedFor } from './drawings.ts'
import { mistakesText, print, say, tasksText } from './output.ts'
import {
  demandAvailable,
  enginesOf,
  expiry,
  forget,
  isLeftOver,
  isOwn,
  judge,
  labNamed,
  labsFolder,
  ownAttempt,
  removeOld,
  saveAnswer,
  whyUnavailableNow,
  withHosts,
} from './workshop.ts'

interface Options {
  json?: boolean
  seed?: number
  /** As `seedFor` takes it. */
  var?: string[]
  host?: string
  /** Lets checks change the lab. */
  verify?: boolean
}

/** Each command returns whether it succeeded; the exit code follows from it. */
export async function list({ json }: Options): Promise<boolean> {
  const { labs, mistakes } = await loadCatalog(labsFolder)
  const why = await whyUnavailableNow(labs)
  const views = labs.map((lab) => ({ ...toLabView(lab), unavailable: why(lab) }))
  const lines = views.map(
    ({ id, level, minutes, title, unavailable }) =>
      `${id.padEnd(24)} level ${level}, ${minutes} min  ${title}${unavailable ? `\n    not available here: ${unavailable}` : ''}`,
  )
  print(json, views, lines.join('\n'))
  if (mistakes.length > 0) say(mistakesText(mistakes))
  return mistakes.length === 0
}

export async function validate(id: string | undefined, { json }: Options): Promise<boolean> {
  const catalog = await loadCatalog(labsFolder)
  if (
    id &&
    !catalog.labs.some((lab) => lab.id === id) &&
    !catalog.mistakes.some(({ file }) => file.includes(`/${id}/`))
  ) {
    throw new Problem('lab-unknown', `There is no lab ${id}.`)
  }
  const mistakes = catalog.mistakes.filter(({ file }) => !id || file.includes(`/${id}/`))
  const sound = id ? 1 : catalog.labs.length
  print(
    json,
    { mistakes },
    mistakes.length > 0 ? mistakesText(mistakes) : `${sound} ${sound === 1 ? 'lab' : 'labs'} without mistakes`,
  )
  return mistakes.length === 0
}

export async function start(id: string, { json, seed: own, var: asked = [] }: Options): Promise<boolean> {
  const lab = await labNamed(id)
  if (own !== undefined && asked.length > 0)
    throw new Problem('bad-request', 'Found --seed and --var; expected one of them, since a seed draws every var.')
  const seed = own ?? seedFor(lab, asked)
  return withHosts(
    async (hosts) => {
      await demandAvailable(hosts, lab)
      await removeOld(hosts, id)
      const began = Date.now()
      const attempt = await bringUp(hosts, lab, newSpec(lab, { owner: 'cli', expiresAt: expiry(), seed }), say)
      const shown = {
        id: attempt.spec.id,
        lab: id,
        seed: attempt.spec.seed,
        hosts: attempt.hosts,
        lans: attempt.lans,
        ms: Date.now() - began,
      }
      print(
        json,
        shown,
        `${lab.title}: ready after ${(shown.ms / 1000).toFixed(1)} s, seed ${shown.seed}\nNow: npx patchbay lab shell ${id}; npx patchbay lab check ${id}`,
      )
      return true
    },
    enginesOf([lab]),
  )
}

export async function shell(id: string, { host }: Options): Promise<boolean> {
  return withHosts(async (hosts) => {
    const attempt = await ownAttempt(hosts, id)
    const { file, args } = hosts.shell(attempt, host ?? attempt.hosts[0]?.name ?? '')
    const fit = process.stdin.isTTY ? args : args.filter((word) => word !== '--tty')
    const child = spawn(file, fit, { stdio: 'inherit' })
    return new Promise<boolean>((resolve) => child.on('exit', (code) => resolve(code === 0)))
  })
}

export async function check(id: string, { json, host, verify }: Options): Promise<boolean> {
  const lab = await labNamed(id, host)
  return withHosts(async (hosts) => {
    const attempt = await ownAttempt(hosts, id)
    const tasks = await judge(hosts, lab, attempt, verify)
    print(json, { lab: id, attempt: attempt.spec.id, tasks }, tasksText(tasks))
    return tasks.every(({ outcome }) => outcome === 'pass')
  })
}

export async function answer(id: string, task: string, text: string, { json }: Options): Promise<boolean> {
  const lab = await labNamed(id)
  return withHosts(async (hosts) => {
    const attempt = await ownAttempt(hosts, id)
    const outcome = await judgeAnswer(hosts, attempt, attemptTasks(lab, attempt), task, text)
    await saveAnswer(attempt, task, outcome)
    print(json, { lab: id, task, ...outcome }, `${outcome.outcome}: expected ${outcome.expected}; ${outcome.observed}`)
    return outcome.outcome === 'pass'
  })
}

export async function solve(id: string, { json, host }: Options): Promise<boolean> {
  const lab = await labNamed(id, host)
  return withHosts(async (hosts) => {
    const attempt = await ownAttempt(hosts, id)
    const onAnswer = answering(hosts, lab, attempt)
    const outcome = await playScript(hosts, lab, attempt, lab.solution, { onAnswer })
    print(json, { lab: id, ...outcome }, outcome.output.trim())
    if (outcome.outcome === 'error') throw new Problem('script-failed', `solution.sh of ${id} ${outcome.reason}.`)
    return true
  })
}

export async function reset(id: string, { json, host, task }: Options & { task?: string }): Promise<boolean> {
  const lab = await labNamed(id, host)
  const from = task && taskNamed(lab, task)
  return withHosts(async (hosts) => {
    const { spec } = await ownAttempt(hosts, id)
    await forget(hosts, spec.id)
    let replayed: string[] = []
    const attempt = await bringUp(hosts, lab, spec, say, async (attempt) => {
      if (from) replayed = await replayBefore(hosts, lab, attempt, from, answering(hosts, lab, attempt))
    })
    const text = from ? `ready for the task ${from}; done: ${replayed.join(', ') || 'nothing'}` : 'as at the start'
    const shown = { id: spec.id, lab: id, seed: spec.seed, hosts: attempt.hosts, replayed }
    print(json, shown, `${lab.title}: ${text}`)
    return true
  })
}

export async function stop(id: string, { json, host }: Options): Promise<boolean> {
  if (host) await labNamed(id, host)
  return withHosts(async (hosts) => {
    const own = (await hosts.list()).filter(
      (attempt) => attempt.spec.lab === id && (isOwn(attempt) || isLeftOver(attempt)),
    )
    if (own.length === 0)
      throw new Problem('attempt-unknown', `The lab ${id} is not running here.`, { remedy: 'Nothing to do.' })
    for (const { spec } of own) await forget(hosts, spec.id)
    print(json, { lab: id, stopped: own.map(({ spec }) => spec.id) }, `${id}: removed`)
    return true
  })
}

export async function snapshot(id: string, { host }: Options): Promise<boolean> {
  const lab = await labNamed(id)
  return withHosts(async (hosts) => {
    const attempt = await ownAttempt(hosts, id)
    const questions = (first: Snapshot) => questionsOf(attemptTasks(lab, attempt), first)
    const seen = await look(hosts, attempt, { needs: facts, questions })
    if (host && !seen.hosts[host]) throw new Problem('host-unknown', `This lab has no host ${host}.`)
    print(true, host ? seen.hosts[host] : seen, '')
    return true
  })
}

/** Judges what a script answers, and keeps it. */
const answering = (hosts: DockerLabHosts, lab: Lab, attempt: Attempt) => async (task: string, text: string) =>
  saveAnswer(attempt, task, await judgeAnswer(hosts, attempt, attemptTasks(lab, attempt), task, text))
