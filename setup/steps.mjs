// Shows the steps of the set-up: name, progress and time of each.
const terminal = process.stderr.isTTY

/**
 * Runs one step. `act` gets a function that shows what is being done; it returns what to say at the end, or nothing. A
 * failure ends the program, unless the step is optional.
 */
export async function step(name, act, { optional = false } = {}) {
  const start = Date.now()
  const seconds = () => `${((Date.now() - start) / 1000).toFixed(1)} s`
  let doing = ''
  let shown = 0
  const show = () => {
    if (terminal)
      process.stderr.write(`\r\x1b[2K… ${name} ${seconds()}  ${doing}`.slice(0, (process.stderr.columns ?? 100) + 4))
    else if (doing && Date.now() - shown > 5000) {
      shown = Date.now()
      console.error(`  … ${name} ${seconds()}  ${doing}`.slice(0, 119))
    }
  }
  const timer = setInterval(show, 200)
  try {
    const said = await act((text) => {
      doing = text
    })
    process.stderr.write(`${terminal ? '\r\x1b[2K' : ''}✓ ${name.padEnd(18)} ${seconds().padStart(8)}  ${said ?? ''}\n`)
  } catch (error) {
    process.stderr.write(
      `${terminal ? '\r\x1b[2K' : ''}✗ ${name.padEnd(18)} ${seconds().padStart(8)}\n\n${error.message}\n`,
    )
    if (!optional) process.exit(1)
  } finally {
    clearInterval(timer)
  }
}
