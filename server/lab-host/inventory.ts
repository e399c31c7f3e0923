import type Docker from 'dockerode'
import type { Attempt, AttemptSpec } from './driver.ts'
import { readHostLabels, readHostName, readLanLabels } from './labels.ts'

/** The attempts that a list of containers and networks of the lab engine amounts to, half made ones too. */
export function readAttempts(containers: Docker.ContainerInfo[], networks: Docker.NetworkInspectInfo[]): Attempt[] {
  const attempts = new Map<string, Attempt>()
  const attemptOf = (spec: AttemptSpec): Attempt => {
    const attempt = attempts.get(spec.id) ?? { spec, lans: {}, hosts: [], ready: true, expiresAt: spec.expiresAt }
    attempts.set(spec.id, attempt)
    return attempt
  }
  for (const network of networks) {
    const labels = readLanLabels(network.Labels)
    if (labels) attemptOf(labels.spec).lans[labels.lan] = readLan(labels.spec, labels.lan, network)
  }
  for (const container of containers) {
    const labels = readHostLabels(container.Labels)
    if (labels) takeHost(attemptOf(labels.spec), labels.host, container, networks)
  }
  for (const attempt of attempts.values()) {
    const order = Object.keys(attempt.spec.hosts)
    attempt.hosts.sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name))
    if (attempt.hosts.length < order.length) attempt.ready = false
  }
  return [...attempts.values()]
}

function readLan(spec: AttemptSpec, lan: string, { IPAM }: Docker.NetworkInspectInfo): Attempt['lans'][string] {
  const config = IPAM?.Config?.[0]
  return { subnet: config?.Subnet ?? '', gateway: config?.Gateway ?? '', mtu: spec.lans[lan]?.mtu ?? 1500 }
}

function takeHost(
  attempt: Attempt,
  host: string,
  container: Docker.ContainerInfo,
  networks: Docker.NetworkInspectInfo[],
): void {
  const { ready, expiresAt = 0 } = readHostName(container.Names[0] ?? '')
  if (!ready) attempt.ready = false
  attempt.expiresAt = Math.max(attempt.expiresAt, expiresAt)
  const addresses: Record<string, string> = {}
  for (const network of networks) {
    const address = container.NetworkSettings.Networks[network.Name]?.IPAddress
    const labels = readLanLabels(network.Labels)
    if (labels?.spec.id === attempt.spec.id && address) addresses[labels.lan] = address
  }
  attempt.hosts.push({ name: host, container: container.Id, addresses, running: container.State === 'running' })
}
