// A thread: terminals with `yes` in them, read as fast as a browser reads.
import { parentPort, workerData } from 'node:worker_threads'
import { openWire, type WireAddress } from './bench-wire.ts'

for (const address of workerData as WireAddress[]) {
  const wire = await openWire(address)
  wire.send('yes\r')
}
parentPort?.postMessage('flooded')
