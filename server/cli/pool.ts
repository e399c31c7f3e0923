/** Runs a job as soon as there is room for it. */
export type Pool = <T>(job: () => Promise<T>) => Promise<T>

/**
 * Room for `size` jobs at once; the others wait, in the order in which they came. After one has failed no other is begun:
 * those that wait fail as it did.
 */
export function pool(size: number): Pool {
  const waiting: (() => void)[] = []
  let free = size
  let broken: { error: unknown } | undefined
  const enter = async () => {
    if (free > 0) free--
    else await new Promise<void>((resolve) => waiting.push(resolve))
  }
  const leave = () => {
    const next = waiting.shift()
    if (next) next()
    else free++
  }
  return async (job) => {
    await enter()
    try {
      if (broken) throw broken.error
      return await job()
    } catch (error) {
      broken ??= { error }
      throw error
    } finally {
      leave()
    }
  }
}

/** The results in the order of the work. Throws the first error in that order, and not before all of it has ended. */
export async function allOf<T>(work: Promise<T>[]): Promise<T[]> {
  await Promise.allSettled(work)
  return Promise.all(work)
}
