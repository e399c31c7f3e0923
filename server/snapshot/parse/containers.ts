import { z } from 'zod'
import type { Container, Endpoint, PublishedPort } from '../snapshot.ts'
import { MAX_ITEMS, shortText } from './json.ts'

/** What a container's engine says of it; the kernel's side is not in it. */
export type ClaimedContainer = Omit<
  Container,
  | 'inKernel'
  | 'unseen'
  | 'netns'
  | 'links'
  | 'routes'
  | 'neighbours'
  | 'sockets'
  | 'iptables'
  | 'resolver'
  | 'hostsFile'
>

const containerId = z.string().regex(/^[0-9a-f]{64}$/, { error: 'not a container id' })

/** `GET /containers/json?all=1`: which there are, and which of them run. */
export const containerList = z
  .array(z.object({ Id: containerId, State: shortText }))
  .max(MAX_ITEMS)
  .transform((containers) => containers.map(({ Id, State }) => ({ id: Id, running: State === 'running' })))

const endpoint = z.object({
  NetworkID: shortText.nullish(),
  IPAddress: shortText.nullish(),
  IPPrefixLen: z.number().nullish(),
  Gateway: shortText.nullish(),
  MacAddress: shortText.nullish(),
  Aliases: z.array(shortText).max(MAX_ITEMS).nullish(),
  DNSNames: z.array(shortText).max(MAX_ITEMS).nullish(),
  Links: z.array(shortText).max(MAX_ITEMS).nullish(),
  IPAMConfig: z.object({ IPv4Address: shortText.nullish() }).nullish(),
})

const bindings = z
  .array(z.object({ HostIp: shortText.nullish(), HostPort: shortText.nullish() }))
  .max(MAX_ITEMS)
  .nullish()

const inspected = z.object({
  Id: containerId,
  Name: shortText,
  State: z.object({ Running: z.boolean(), Pid: z.number().nullish() }),
  Config: z.object({ Image: shortText.nullish(), Env: z.array(z.string().max(65536)).max(1000).nullish() }),
  HostConfig: z.object({
    NetworkMode: shortText.nullish(),
    Links: z.array(shortText).max(MAX_ITEMS).nullish(),
    Privileged: z.boolean().nullish(),
    Dns: z.array(shortText).max(MAX_ITEMS).nullish(),
    RestartPolicy: z.object({ Name: shortText.nullish() }).nullish(),
  }),
  NetworkSettings: z.object({
    Networks: z.record(shortText, endpoint.nullable()).nullish(),
    Ports: z.record(shortText, bindings).nullish(),
  }),
})

/** `GET /containers/<id>/json`. Reads addresses from `Networks` only: newer engines have them nowhere else. */
export const containerDetail = inspected.transform(
  (raw): ClaimedContainer => ({
    id: raw.Id,
    name: raw.Name.replace(/^\//, ''),
    running: raw.State.Running,
    pid: raw.State.Running ? (raw.State.Pid ?? 0) : 0,
    image: raw.Config.Image ?? '',
    restartPolicy: raw.HostConfig.RestartPolicy?.Name ?? '',
    privileged: raw.HostConfig.Privileged ?? false,
    dns: raw.HostConfig.Dns ?? [],
    networkMode: raw.HostConfig.NetworkMode ?? '',
    env: Object.fromEntries((raw.Config.Env ?? []).map(splitEnv)),
    legacyLinks: raw.HostConfig.Links ?? [],
    endpoints: Object.entries(raw.NetworkSettings.Networks ?? {}).map(([name, found]) => toEndpoint(name, found)),
    published: Object.entries(raw.NetworkSettings.Ports ?? {}).flatMap(([port, found]) => toPublished(port, found)),
  }),
)

function splitEnv(pair: string): [string, string] {
  const at = pair.indexOf('=')
  return at < 0 ? [pair, ''] : [pair.slice(0, at), pair.slice(at + 1)]
}

function toEndpoint(network: string, raw: z.infer<typeof endpoint> | null): Endpoint {
  return {
    network,
    networkId: raw?.NetworkID ?? '',
    address: raw?.IPAddress ?? '',
    prefixLength: raw?.IPPrefixLen ?? 0,
    gateway: raw?.Gateway ?? '',
    mac: raw?.MacAddress ?? '',
    aliases: [...new Set([...(raw?.Aliases ?? []), ...(raw?.DNSNames ?? [])])],
    links: raw?.Links ?? [],
    fixedAddress: raw?.IPAMConfig?.IPv4Address ?? '',
  }
}

function toPublished(port: string, raw: z.infer<typeof bindings>): PublishedPort[] {
  const [containerPort = '', protocol = ''] = port.split('/')
  return (raw ?? []).map((binding) => ({
    containerPort: Number(containerPort),
    protocol,
    hostAddress: binding.HostIp ?? '',
    hostPort: Number(binding.HostPort ?? 0),
  }))
}
