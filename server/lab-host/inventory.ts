import type Docker from 'dockerode'
import type { Attempt, AttemptSpec } from './driver.ts'
import { isReadyName, readHostLabels, readLanLabel } from './labels.ts'

/** The attempts that a list of containers and networks of the lab engine amounts to. */
export function readAttempts(containers: Docker.ContainerInfo[], networks: Docker.NetworkInspectInfo[]): Attempt[] {
  const attempts = new Map<string, Attempt>()
  for (const container of containers) {
    const labels = readHostLabels(container.Labels)
    if (!labels) continue
    const { spec, host } = labels
    const own = networks.filter(({ Labels }) => Labels?.['patchbay.id'] === spec.id)
    const attempt = attempts.get(spec.id) ?? { spec, lans: readLans(spec, own), hosts: [], ready: true }
    attempts.set(spec.id, attempt)
    if (!isReadyName(container.Names[0] ?? '')) attempt.ready = false
    const addresses: Record<string, string> = {}
    for (const network of own) {
      const lan = readLanLabel(network.Labels)
      const address = container.NetworkSettings.Networks[network.Name]?.IPAddress
      if (lan && address) addresses[lan] = address
    }
    attempt.hosts.push({ name: host, container: container.Id, addresses, running: container.State === 'running' })
  }
  for (const attempt of attempts.values()) {
    const order = Object.keys(attempt.spec.hosts)
    attempt.hosts.sort((a, b) => order.indexOf(a.name) - order.indexOf(b.name))
  }
  return [...attempts.values()]
}

function readLans(spec: AttemptSpec, networks: Docker.NetworkInspectInfo[]): Attempt['lans'] {
  const lans: Attempt['lans'] = {}
  for (const network of networks) {
    const lan = readLanLabel(network.Labels)
    const config = network.IPAM?.Config?.[0]
    if (lan)
      lans[lan] = { subnet: config?.Subnet ?? '', gateway: config?.Gateway ?? '', mtu: spec.lans[lan]?.mtu ?? 1500 }
  }
  return lans
}
