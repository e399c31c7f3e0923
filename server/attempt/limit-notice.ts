import { LIMITS, type LimitReadings } from '../lab-host/index.ts'
import type { LimitNotice } from '../protocol/index.ts'

type Limit = LimitNotice['limit']

/** Less than this is a full disk: a page of memory, and what programs keep for themselves. */
const DISK_FULL_BYTES = 64 << 10

/** The bounds that a host met between two looks, or is at. */
export function limitsMet(before: LimitReadings | undefined, now: LimitReadings): Limit[] {
  const grew = (read: (readings: LimitReadings) => number) => before !== undefined && read(now) > read(before)
  const { processes, connections, disk } = now
  const met: Record<Limit, boolean> = {
    memory: grew(({ memory }) => memory.kills) && grew(({ memory }) => memory.full),
    processes: grew(({ processes }) => processes.refused) && processes.most >= processes.max,
    disk: disk.free < DISK_FULL_BYTES,
    inotify: now.inotify.used >= LIMITS.inotifyInstances,
    namespaces: now.namespaces.used >= LIMITS.networkNamespaces,
    connections: connections.max > 0 && connections.count >= connections.max,
    packets: grew(({ packets }) => packets.dropped),
  }
  return (Object.keys(met) as Limit[]).filter((limit) => met[limit])
}

/** What a learner is told. */
export function limitText(host: string, limit: Limit, { memory, processes, disk, connections }: LimitReadings): string {
  const mib = (bytes: number) => (bytes >= 1 << 30 ? `${bytes / 2 ** 30} GiB` : `${Math.round(bytes / 2 ** 20)} MiB`)
  const count = (number: number) => number.toLocaleString('en')
  switch (limit) {
    case 'memory':
      return `${host} ran out of memory: its ${mib(memory.max)} were full, and the kernel ended a program. End what you do not need; free -m shows what is left.`
    case 'processes':
      return `${host} has had all ${count(processes.max)} processes that it may have, and a new one was refused. End some: ps -e --forest shows them.`
    case 'disk':
      return `The disk of ${host} is full: ${mib(disk.size)}, Docker's data included. docker system df shows what takes room, docker system prune gives some back.`
    case 'inotify':
      return `A user on ${host} has all ${count(LIMITS.inotifyInstances)} inotify instances that one may have. End the programs that watch files.`
    case 'namespaces':
      return `${host} has all ${LIMITS.networkNamespaces} network namespaces that it may have, so no other container starts; the error speaks of space on a device. Remove containers: docker rm -f.`
    case 'connections':
      return `${host} tracks ${count(connections.max)} connections, as many as it may, and drops new ones. conntrack -F forgets them all.`
    case 'packets':
      return `${host} sent more than ${count(LIMITS.packetsPerSecond)} packets or ${LIMITS.bytesPerSecond / 1e6} MB a second; what was over is dropped. Send less.`
  }
}
