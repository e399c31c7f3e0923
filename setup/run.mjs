// Running programs for the steps of the set-up.
import { spawn } from 'node:child_process'

/**
 * Runs a program; resolves with its stdout. Its output goes line by line to `onLine`. Throws with the last lines when it
 * fails, so that the reason is on the screen.
 */
export function run(file, args, { cwd, env, input, onLine = () => {}, quiet = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { cwd, env: { ...process.env, ...env }, stdio: ['pipe', 'pipe', 'pipe'] })
    const last = []
    let stdout = ''
    const take = (chunk, isOutput) => {
      if (isOutput) stdout += chunk
      for (const line of String(chunk).split(/[\r\n]+/)) {
        if (!line.trim()) continue
        last.push(line)
        if (last.length > 15) last.shift()
        if (!quiet) onLine(line)
      }
    }
    child.stdout.on('data', (chunk) => take(chunk, true))
    child.stderr.on('data', (chunk) => take(chunk, false))
    child.stdin.on('error', () => {})
    child.stdin.end(input)
    child.on('error', (error) => reject(new Error(`${file}: ${error.message}`)))
    child.on('close', (code, signal) => {
      if (code === 0) resolve(stdout)
      else reject(new Error(`${file} ${args.slice(0, 4).join(' ')} ended with ${signal ?? code}\n${last.join('\n')}`))
    })
  })
}

/** True when the program ends with 0. */
export async function succeeds(file, args, options) {
  return run(file, args, { ...options, quiet: true }).then(
    () => true,
    () => false,
  )
}
