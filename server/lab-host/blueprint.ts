import type Docker from 'dockerode'
import type { AttemptSpec } from './driver.ts'
import { labHostImage, USUAL_ENGINE } from './images.ts'
import { bridgeName, hostLabels, hostName, lanLabels } from './labels.ts'

/** What one lab host may use. The last five are set outside of this file: in `lab-allowance` and `engine-init`. */
export const LIMITS = {
  memoryBytes: 1 << 30,
  diskBytes: 512 << 20,
  processes: 1024,
  openFiles: 16_384,
  cpus: 1.5,
  inotifyInstances: 1024,
  inotifyWatches: 65_536,
  networkNamespaces: 48,
  packetsPerSecond: 50_000,
  bytesPerSecond: 125_000_000,
}
const SHORTEST_LIFE_S = 60

/** The client's type, with a field that it lacks. */
export type HostConfig = Docker.HostConfig & { CgroupnsMode: 'private' | 'host' }

/** What root of a lab host may, and a disk of its own: the runtime of lab hosts takes the size from this mount. */
export const labRights = (diskBytes: number) => ({
  Runtime: 'lab',
  CapAdd: ['ALL'],
  SecurityOpt: ['apparmor=unconfined'],
  CgroupnsMode: 'private' as const,
  Tmpfs: { '/var/lib/docker': `size=${diskBytes},exec` },
})

/** A LAN as the lab engine is asked to make it: a switch without a way out. */
export function lanNetwork(spec: AttemptSpec, lan: string, mtu: number, index: number): Docker.NetworkCreateOptions {
  return {
    Name: `${spec.id}-${lan}`,
    Driver: 'bridge',
    Internal: true,
    Labels: lanLabels(spec, lan),
    Options: {
      'com.docker.network.driver.mtu': String(mtu),
      'com.docker.network.bridge.name': bridgeName(spec, index),
    },
  }
}

/** A lab host as the lab engine is asked to make it: all capabilities of its own user namespace, never privileged. */
export function hostContainer(spec: AttemptSpec, host: string, resolver: string): Docker.ContainerCreateOptions {
  const seconds = Math.max(SHORTEST_LIFE_S, Math.ceil(((spec.endsBy ?? spec.expiresAt) - Date.now()) / 1000))
  const hostConfig: HostConfig = {
    ...labRights(LIMITS.diskBytes),
    NetworkMode: `${spec.id}-${spec.hosts[host]?.lans[0]}`,
    Memory: LIMITS.memoryBytes,
    MemorySwap: LIMITS.memoryBytes,
    NanoCpus: LIMITS.cpus * 1e9,
    PidsLimit: LIMITS.processes,
    Ulimits: [{ Name: 'nofile', Soft: LIMITS.openFiles, Hard: LIMITS.openFiles }],
    Binds: ['/srv/images:/usr/share/patchbay/images:ro'],
    LogConfig: { Type: 'json-file', Config: { 'max-size': '1m', 'max-file': '1' } },
  }
  return {
    name: hostName(spec, host, 'starting'),
    Image: labHostImage(spec.hosts[host]?.engine ?? USUAL_ENGINE),
    Hostname: host,
    Labels: hostLabels(spec, host),
    Env: [`PATCHBAY_RESOLVER=${resolver}`, `PATCHBAY_SECONDS=${seconds}`, `PATCHBAY_IMAGES=${spec.images.join(' ')}`],
    HostConfig: hostConfig,
  }
}
