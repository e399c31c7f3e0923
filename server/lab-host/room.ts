import type { Room } from './driver.ts'

/** What is free on a machine where labs run. */
export interface Free {
  memoryBytes: number
  diskBytes: number
  processes: number
}

/** What a lab is counted with: an idle one has less, one at work may have several times as much. */
const LAB: Free = { memoryBytes: 192 << 20, diskBytes: 8 << 20, processes: 150 }
/** What stays free, so that labs at work and the machine itself find something. */
const KEPT: Free = { memoryBytes: 1 << 30, diskBytes: 1 << 30, processes: 2000 }

/** Of each thing so many labs fit; the scarcest decides. */
export function roomIn(free: Free): Room {
  const fit = (what: keyof Free) => Math.max(0, Math.floor((free[what] - KEPT[what]) / LAB[what]))
  const rooms: Room[] = [
    { labs: fit('memoryBytes'), short: 'memory' },
    { labs: fit('diskBytes'), short: 'disk' },
    { labs: fit('processes'), short: 'processes' },
  ]
  return rooms.reduce((least, room) => (room.labs < least.labs ? room : least))
}
