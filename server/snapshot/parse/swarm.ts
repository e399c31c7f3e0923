import { z } from 'zod'
import type { Service, Swarm } from '../snapshot.ts'
import { MAX_ITEMS, shortText } from './json.ts'

/** `GET /info`: the node's place in a swarm. */
export const swarmInfo = z
  .object({
    Swarm: z.object({
      LocalNodeState: shortText.nullish(),
      ControlAvailable: z.boolean().nullish(),
      Nodes: z.number().nullish(),
    }),
  })
  .transform(
    ({ Swarm: raw }): Swarm => ({
      active: raw.LocalNodeState === 'active',
      manager: raw.ControlAvailable ?? false,
      nodes: raw.Nodes ?? 0,
      services: [],
    }),
  )

const targets = z
  .array(z.object({ Target: shortText }))
  .max(MAX_ITEMS)
  .nullish()

const service = z.object({
  ID: shortText,
  Spec: z.object({
    Name: shortText,
    Mode: z.object({ Replicated: z.object({ Replicas: z.number().nullish() }).nullish() }).nullish(),
    TaskTemplate: z
      .object({ ContainerSpec: z.object({ Image: shortText.nullish() }).nullish(), Networks: targets })
      .nullish(),
    Networks: targets,
    EndpointSpec: z
      .object({
        Mode: shortText.nullish(),
        Ports: z
          .array(
            z.object({
              Protocol: shortText.nullish(),
              TargetPort: z.number().nullish(),
              PublishedPort: z.number().nullish(),
              PublishMode: shortText.nullish(),
            }),
          )
          .max(MAX_ITEMS)
          .nullish(),
      })
      .nullish(),
  }),
})

const task = z.object({ ServiceID: shortText.nullish(), Status: z.object({ State: shortText.nullish() }).nullish() })

export const serviceList = z.array(service).max(MAX_ITEMS)
export const taskList = z.array(task).max(1000)

/** Services with what runs of them. `networkNames`: by id, since services name networks by it. */
export function toServices(
  services: z.infer<typeof serviceList>,
  tasks: z.infer<typeof taskList>,
  networkNames: ReadonlyMap<string, string>,
): Service[] {
  return services.map(({ ID, Spec }) => ({
    name: Spec.Name,
    mode: Spec.Mode?.Replicated ? 'replicated' : 'global',
    replicas: Spec.Mode?.Replicated?.Replicas ?? 0,
    running: tasks.filter((one) => one.ServiceID === ID && one.Status?.State === 'running').length,
    image: (Spec.TaskTemplate?.ContainerSpec?.Image ?? '').replace(/@.*$/, ''),
    networks: (Spec.TaskTemplate?.Networks ?? Spec.Networks ?? []).map(
      ({ Target }) => networkNames.get(Target) ?? Target,
    ),
    endpointMode: Spec.EndpointSpec?.Mode ?? 'vip',
    published: (Spec.EndpointSpec?.Ports ?? []).map((port) => ({
      port: port.PublishedPort ?? 0,
      target: port.TargetPort ?? 0,
      protocol: port.Protocol ?? 'tcp',
      mode: port.PublishMode ?? 'ingress',
    })),
  }))
}
