import { bodies, known, type Look, lookSafely } from './look.ts'
import { serviceList, swarmInfo, taskList, toServices } from './parse/swarm.ts'
import type { Network, Swarm } from './snapshot.ts'

const INFO = ['/info']
const LISTS = ['/services', '/tasks?filters=%7B%22desired-state%22%3A%5B%22running%22%5D%7D']

/** The node's place in a swarm; services only where it manages one, since others do not know them. */
export async function lookAtSwarm(look: Look, host: string, networks: Network[]): Promise<Swarm> {
  const [info] = await lookSafely(look, host, [{ op: 'api', paths: INFO }])
  const swarm = known(bodies(info, INFO)[0] ?? '', swarmInfo, 'the state of the swarm')
  if (!swarm.active || !swarm.manager) return swarm
  const [lists] = await lookSafely(look, host, [{ op: 'api', paths: LISTS }])
  const [services = '', tasks = ''] = bodies(lists, LISTS)
  return {
    ...swarm,
    services: toServices(
      known(services, serviceList, 'the list of services'),
      known(tasks, taskList, 'the list of tasks'),
      new Map(networks.map(({ id, name }) => [id, name])),
    ),
  }
}
