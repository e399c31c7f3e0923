const CHECK_MS = 1000

/** Calls `end` once `busy` has been false for `idleMs` at a stretch. */
export function whenIdle(busy: () => boolean, idleMs: number, end: () => void): void {
  let usedAt = Date.now()
  const timer = setInterval(() => {
    if (busy()) usedAt = Date.now()
    if (Date.now() - usedAt < idleMs) return
    clearInterval(timer)
    end()
  }, CHECK_MS)
}
