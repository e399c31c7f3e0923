const TICK_MS = 2000
/** A page in the background may be called as rarely as once a minute; a longer gap was sleep. */
const SLEPT_MS = 75_000

/** Calls the listener when connections may be gone without a word: the network came or went, the computer slept. */
export function onNetworkChange(listener: () => void): () => void {
  let last = Date.now()
  const look = () => {
    const gap = Date.now() - last
    last = Date.now()
    if (gap > SLEPT_MS) listener()
  }
  const timer = setInterval(look, TICK_MS)
  const events = ['online', 'offline']
  for (const name of events) window.addEventListener(name, listener)
  document.addEventListener('visibilitychange', look)
  return () => {
    clearInterval(timer)
    for (const name of events) window.removeEventListener(name, listener)
    document.removeEventListener('visibilitychange', look)
  }
}
