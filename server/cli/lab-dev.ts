import { join } from 'node:path'
import { bringUp, newSpec } from '../attempt/index.ts'
import { Rounds } from '../attempt/rounds.ts'
import type { Lab } from '../catalog/index.ts'
import type { LabHosts } from '../lab-host/index.ts'
import { consequenceOf, isLabFile, isNews } from './lab-changes.ts'
import { explain, print, tasksText } from './output.ts'
import { watchFolder } from './watch-folder.ts'
import {
  demandAvailable,
  enginesOf,
  expiry,
  forget,
  isOwn,
  type JudgedTask,
  judge,
  labNamed,
  labsFolder,
  ownAttempt,
  removeOld,
  withHosts,
} from './workshop.ts'

interface Surroundings {
  /** The lab as its files have it now. Throws Problem with every mistake in them. */
  read: () => Promise<Lab>
  /** Calls back after each save, until the function returned is called. */
  onSave: (saved: () => void) => () => void
  over: AbortSignal
  tell: (text: string) => void
}

/** A lab to write and to play at the same time: an attempt that follows its files, until Ctrl-C. */
export async function dev(id: string): Promise<boolean> {
  const lab = await labNamed(id)
  return withHosts(
    async (hosts) => {
      await demandAvailable(hosts, lab)
      await removeOld(hosts, id)
      const over = new AbortController()
      // Once: a second Ctrl-C does not wait.
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => over.abort())
      await follow(hosts, lab, {
        read: () => labNamed(id),
        onSave: (saved) => watchFolder(join(labsFolder, id), isLabFile, saved),
        over: over.signal,
        tell: (text) => print(false, undefined, text),
      })
      return true
    },
    enginesOf([lab]),
  )
}

/** Starts an attempt and tells what becomes of its tasks while it and its files change. Leaves nothing behind. */
export async function follow(hosts: LabHosts, lab: Lab, { read, onSave, over, tell }: Surroundings): Promise<void> {
  const rounds = new Rounds(() => Date.now())
  const wake = () => rounds.wake()
  let made = lab
  let attempt = await bringUp(hosts, lab, newSpec(lab, { owner: 'cli', expiresAt: expiry() }), tell)
  let unwatch = hosts.watch(attempt, wake)
  let saved = false
  let shown: JudgedTask[] = []
  let trouble = ''

  const replay = async (now: Lab) => {
    tell('What the hosts are made from has changed: once more, on fresh ones.')
    const { seed } = attempt.spec
    const fresh = await bringUp(hosts, now, newSpec(now, { owner: 'cli', expiresAt: expiry(), seed }), tell)
    unwatch()
    await removeOwn(hosts, lab.id, fresh.spec.id)
    attempt = fresh
    unwatch = hosts.watch(attempt, wake)
    tell(`Ready. Shells on the hosts before have ended: npx patchbay lab shell ${lab.id}`)
  }
  const takeIn = async () => {
    saved = false
    try {
      const now = await read()
      const consequence = consequenceOf(made, now, attempt.spec.seed)
      if (consequence === 'replay') await replay(now)
      else tell(consequence === 'judge' ? 'Saved: the tasks have changed.' : 'Saved: without mistakes.')
      made = now
      if (consequence !== 'nothing') shown = []
    } catch (error) {
      tell(`${explain(error)}\nThe lab stays as it is until that is mended.`)
    }
  }
  const look = async () => {
    const tasks = await judge(hosts, made, await ownAttempt(hosts, lab.id))
    if (!over.aborted && isNews(shown, tasks)) tell(`\n${tasksText(tasks)}`)
    shown = tasks
  }

  tell(`${lab.title}: ready. To enter it: npx patchbay lab shell ${lab.id}\nCtrl-C removes it.`)
  over.addEventListener('abort', wake)
  const unfollow = onSave(() => {
    saved = true
    wake()
  })
  try {
    await rounds.run(
      () => !over.aborted,
      async () => {
        if (saved) await takeIn()
        const found = await look().then(() => '', explain)
        if (found && found !== trouble) tell(found)
        trouble = found
      },
    )
  } finally {
    unfollow()
    unwatch()
    await removeOwn(hosts, lab.id)
    tell(`${lab.id}: removed`)
  }
}

/** Removes the attempts of the command line at this lab, except one. */
async function removeOwn(hosts: LabHosts, lab: string, except?: string): Promise<void> {
  for (const attempt of await hosts.list()) {
    if (isOwn(attempt) && attempt.spec.lab === lab && attempt.spec.id !== except) await forget(hosts, attempt.spec.id)
  }
}
