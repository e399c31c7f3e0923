import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { engineSocket } from '../../setup/lab-engine.mjs'

/** The `docker` command on the lab engine; its stdout. */
export async function labDocker(...args: string[]): Promise<string> {
  const socket = process.env.PATCHBAY_ENGINE ?? engineSocket
  const { stdout } = await promisify(execFile)('docker', ['--host', `unix://${socket}`, ...args])
  return stdout.trim()
}
