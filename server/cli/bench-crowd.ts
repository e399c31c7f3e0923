import { readFileSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import { type Bench, rowOf, Stage } from '../bench/index.ts'
import { openWire, type Wire, type WireAddress } from './bench-wire.ts'
import { BareShell } from './terminal-page.ts'

const LABS = 50
const HOSTS = ['host-1', 'host-2']
const FLOODS = 4
const KEYS = 200
/** Between two keys; not in step with anything. */
const PAUSE_MS = [20, 37, 29, 43]
/** Floods run so long before anything is measured. */
const SETTLE_MS = 3000
const PAGE_KIB = 4
const SIZE = { cols: 80, rows: 24 }

/**
 * Keystrokes of a quiet terminal among a hundred on fifty labs, first while all are quiet, then while four are flooded; no
 * browser draws. Floor: the same shell alone, in the same run. Labs are shells of this machine.
 */
export const benchCrowd: Bench = async (say) => {
  const stage = new Stage()
  let floods: Worker | undefined
  const wires: Wire[] = []
  try {
    say(`${LABS} labs`)
    await stage.start('--guests', String(LABS))
    const addresses = stage.guests.flatMap((guest) => HOSTS.map((host) => ({ ...guest, host, origin: stage.origin })))
    const flooded = addresses.slice(0, FLOODS)
    for (const address of addresses.slice(FLOODS)) wires.push(await openWire(address))
    const quiet = wires.at(-1)!
    const bare = await BareShell.start({ file: 'bash', args: ['--norc', '--noprofile'] }, SIZE, '# ')
    const [floor, calm, crowded]: [number[], number[], number[]] = [[], [], []]
    say('quiet')
    await rounds(async () => void calm.push(await quiet.echo()))
    say(`${FLOODS} floods`)
    floods = await flooding(flooded)
    await pause(SETTLE_MS)
    await rounds(async () => {
      floor.push(await bare.until('x', 'x'))
      crowded.push(await quiet.echo())
    })
    bare.end()
    const [server, keeper] = stage.pids.map(mebibytesOf)
    return [
      rowOf('echo, 4 floods', crowded),
      rowOf('echo, all quiet', calm),
      rowOf('floor', floor),
      rowOf('server', [server!], 'MiB'),
      rowOf('keeper', [keeper!], 'MiB'),
    ]
  } finally {
    await floods?.terminate()
    for (const wire of wires) wire.close()
    await stage.remove()
  }
}

/** In a thread of its own, as other people's browsers are elsewhere. */
async function flooding(addresses: WireAddress[]): Promise<Worker> {
  const worker = new Worker(new URL('./bench-flood.ts', import.meta.url), { workerData: addresses })
  await new Promise((resolve, reject) => worker.once('message', resolve).once('error', reject))
  return worker
}

async function rounds(work: () => Promise<void>): Promise<void> {
  for (let n = 0; n < KEYS; n++) {
    await pause(PAUSE_MS[n % PAUSE_MS.length]!)
    await work()
  }
}

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** Memory of a process that is in use, from /proc/<pid>/statm. */
const mebibytesOf = (pid: number) =>
  (Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * PAGE_KIB) / 1024
