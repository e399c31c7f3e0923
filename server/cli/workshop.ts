import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { otherGenerations } from '../../setup/generations.mjs'
import { engineSocket } from '../../setup/lab-engine.mjs'
import { data, root } from '../../setup/paths.mjs'
import { provideGenerations, provideLabs } from '../../setup/provide.mjs'
import { Availability, attemptTasks, grade, verify, wantsMore, whyUnavailable } from '../attempt/index.ts'
import { type Lab, loadCatalog } from '../catalog/index.ts'
import { Problem } from '../errors/index.ts'
import { type Attempt, DockerLabHosts, isCommandLines, type LabHosts, USUAL_ENGINE } from '../lab-host/index.ts'
import type { CheckOutcome, TaskView } from '../protocol/index.ts'
import { mistakesText } from './output.ts'

/** Attempts of the command line last this long. */
const HOURS = 4

/** Of the Docker engine, oldest first. */
export const generations = [...otherGenerations, USUAL_ENGINE].sort()

export const labsFolder = join(root, 'labs')
export const expiry = () => Date.now() + HOURS * 3_600_000

/** A lab of the catalog, which has the host if one is named. Throws Problem `lab-unknown`, `host-unknown`, or `lab-broken` with every mistake in it. */
export async function labNamed(id: string, host?: string): Promise<Lab> {
  const { labs, mistakes } = await loadCatalog(labsFolder)
  const lab = labs.find((candidate) => candidate.id === id)
  if (lab && host && !lab.hosts[host]) {
    throw new Problem('host-unknown', `The lab ${id} has no host ${host}; it has ${Object.keys(lab.hosts).join(', ')}.`)
  }
  if (lab) return lab
  const own = mistakes.filter(({ file }) => file.includes(`/${id}/`))
  if (own.length > 0) throw new Problem('lab-broken', `The lab ${id} has mistakes:\n${mistakesText(own)}`)
  throw new Problem('lab-unknown', `There is no lab ${id}. There are: ${labs.map((one) => one.id).join(', ')}.`)
}

/**
 * The lab engine, brought up when it is not there; closed after the work. `engines`: generations of lab hosts to bring
 * along where they can be had.
 */
export async function withHosts<T>(
  work: (hosts: DockerLabHosts) => Promise<T>,
  engines: Iterable<string> = [],
): Promise<T> {
  if (!process.env.PATCHBAY_ENGINE) {
    await provideLabs()
    await provideGenerations(engines)
  }
  const hosts = new DockerLabHosts(process.env.PATCHBAY_ENGINE ?? engineSocket)
  try {
    await hosts.ping()
    return await work(hosts)
  } finally {
    await hosts.close()
  }
}

export const enginesOf = (labs: Lab[]) =>
  new Set(labs.flatMap(({ hosts }) => Object.values(hosts).map(({ engine }) => engine)))

/** Why this machine cannot run the lab; `engine` stands for that of every host. Asks the machine only when it matters. */
export async function whyNot(hosts: DockerLabHosts, lab: Lab, engine?: string): Promise<string | undefined> {
  const machines = Object.entries(lab.hosts).map(([name, host]) => [name, { ...host, engine: engine ?? host.engine }])
  const wishes = { requires: lab.requires, hosts: Object.fromEntries(machines) }
  return wantsMore(wishes) ? whyUnavailable(wishes, await hosts.offer()) : undefined
}

/** As far as is known without bringing anything up: with no lab engine there, nothing is. */
export async function whyUnavailableNow(labs: Lab[]): Promise<(lab: Lab) => string | undefined> {
  if (!labs.some(wantsMore)) return () => undefined
  const hosts = new DockerLabHosts(process.env.PATCHBAY_ENGINE ?? engineSocket)
  const availability = new Availability(hosts)
  await availability.refresh(labs).catch(() => {})
  return (lab) => availability.whyNot(lab)
}

export const isOwn = ({ spec }: Attempt) => spec.owner === 'cli'

/** The running attempt of the command line at this lab. Throws Problem `attempt-unknown`. */
export async function ownAttempt(hosts: LabHosts, lab: string): Promise<Attempt> {
  const found = (await hosts.list()).find((attempt) => isOwn(attempt) && attempt.spec.lab === lab && attempt.ready)
  const running = found?.hosts.every((host) => host.running)
  if (found && running) return found
  throw new Problem('attempt-unknown', `The lab ${lab} is not running here.`, {
    remedy: `npx patchbay lab start ${lab}`,
  })
}

const answersFile = (attempt: string) => join(data, 'cli', `${attempt}.json`)

/** What was answered in this attempt and how it was judged then, by task. */
async function readAnswers(attempt: Attempt): Promise<Record<string, CheckOutcome>> {
  return readFile(answersFile(attempt.spec.id), 'utf8').then(JSON.parse, () => ({}))
}

export async function saveAnswer(attempt: Attempt, task: string, check: CheckOutcome): Promise<void> {
  await mkdir(join(data, 'cli'), { recursive: true })
  await writeFile(answersFile(attempt.spec.id), JSON.stringify({ ...(await readAnswers(attempt)), [task]: check }))
}

export type JudgedTask = Pick<TaskView, 'id' | 'title' | 'outcome' | 'checks'>

/** Every task as it stands: state judged now, answers as they were judged when given. */
export async function judge(hosts: LabHosts, lab: Lab, attempt: Attempt, mayChange = false): Promise<JudgedTask[]> {
  const tasks = attemptTasks(lab, attempt)
  const [outcomes, answers] = await Promise.all([
    (mayChange ? verify : grade)(hosts, attempt, tasks),
    readAnswers(attempt),
  ])
  return tasks.map(({ id, title }) => {
    const answered: CheckOutcome | undefined = answers[id]
    const found =
      outcomes.find((one) => one.id === id) ?? (answered && { outcome: answered.outcome, checks: [answered] })
    return { id, title, outcome: found?.outcome ?? 'pending', checks: found?.checks ?? [] }
  })
}

/** Throws Problem `lab-unavailable`, with the reason, where this machine cannot run the lab. */
export async function demandAvailable(hosts: DockerLabHosts, lab: Lab): Promise<void> {
  const why = await whyNot(hosts, lab)
  if (why) throw new Problem('lab-unavailable', why)
}

/** Removes what nobody can go on with. Throws Problem `bad-request` where the lab is running already. */
export async function removeOld(hosts: LabHosts, lab: string): Promise<void> {
  for (const attempt of await hosts.list()) {
    const { spec, ready } = attempt
    if (isLeftOver(attempt)) await forget(hosts, spec.id)
    else if (isOwn(attempt) && spec.lab === lab && ready) {
      throw new Problem('bad-request', `The lab ${lab} is running already (seed ${spec.seed}).`, {
        remedy: `npx patchbay lab reset ${lab}, or npx patchbay lab stop ${lab}`,
      })
    }
  }
}

/** Removes an attempt and what was answered in it. */
export async function forget(hosts: LabHosts, attempt: string): Promise<void> {
  await hosts.remove(attempt)
  await rm(answersFile(attempt), { force: true })
}

/** Of the command line, and nobody can go on with it. What a test or a benchmark is starting now is not whole yet. */
export function isLeftOver(attempt: Attempt): boolean {
  const { spec, hosts, expiresAt } = attempt
  if (!isCommandLines(spec)) return false
  const whole = hosts.length > 0 && hosts.every(({ running }) => running)
  return expiresAt < Date.now() || (isOwn(attempt) && !whole)
}
