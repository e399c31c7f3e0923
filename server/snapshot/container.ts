import type { ProbeAnswer, ProbeRequest } from '../lab-host/driver.ts'
import { answerTo, known, type Look, lookSafely, Unseen } from './look.ts'
import { containerParts, readParts, requestsFor } from './namespace.ts'
import { type ClaimedContainer, containerDetail } from './parse/containers.ts'
import { parseHostsFile, parseResolvConf } from './parse/resolv.ts'
import type { Container, Fact } from './snapshot.ts'

/** The probe looked into the oldest process; root has moved one there that is older than the container's own. */
const STRANGER = 'there is a process among its own that did not begin in it'

/** The containers that the engine lists, each with what the kernel has of it. */
export async function lookAtContainers(
  look: Look,
  host: string,
  listed: { id: string; running: boolean }[],
  needs: ReadonlySet<Fact>,
): Promise<{ containers: Container[]; netns: number }> {
  if (!needs.has('containers')) return { containers: [], netns: 0 }
  const running = listed.filter((container) => container.running).map((container) => container.id)
  const paths = listed.map(({ id }) => `/containers/${id}/json`)
  const [processes, inspected, ...inside] = await lookSafely(look, host, [
    { op: 'pids', containers: running },
    ...(paths.length > 0 ? [{ op: 'api', paths } as const] : []),
    ...running.flatMap((id) => insideRequests(id, needs)),
  ])
  const { pids, netns } = answerTo('pids', processes)
  const width = insideRequests('', needs).length
  const containers = details(inspected, paths).map((claimed) => {
    const place = running.indexOf(claimed.id)
    const answers = place < 0 ? [] : inside.slice(place * width, (place + 1) * width)
    const processes = Object.hasOwn(pids, claimed.id) ? pids[claimed.id]! : []
    const container = toContainer(claimed, processes.includes(claimed.pid), netns[claimed.id] ?? 0, answers, needs)
    return processes[0] === claimed.pid ? container : { ...container, unseen: container.inKernel ? STRANGER : '' }
  })
  return { containers, netns: netns[''] ?? 0 }
}

/** A container may have gone since it was listed; anything else that is no container is a reason to trust nothing. */
function details(answer: ProbeAnswer | undefined, paths: string[]): ClaimedContainer[] {
  if (paths.length === 0) return []
  const { responses } = answerTo('api', answer)
  return paths.flatMap((path, index) => {
    const response = responses[index]
    if (response?.status === 404) return []
    if (response?.status !== 200) throw new Unseen(`GET ${path} gave ${response?.status ?? 'nothing'}`)
    return [known(response.body, containerDetail, `GET ${path}`)]
  })
}

function toContainer(
  claimed: ClaimedContainer,
  inKernel: boolean,
  netns: number,
  answers: ProbeAnswer[],
  needs: ReadonlySet<Fact>,
): Container {
  const nothing = { links: [], routes: [], neighbours: [], sockets: [], iptables: [], hostsFile: [] }
  const container = { ...claimed, inKernel, unseen: '', netns, ...nothing, resolver: parseResolvConf('') }
  if (!claimed.running || !inKernel) return container
  try {
    const own = [...answers]
    const files = needs.has('files') ? answerTo('read', own.shift()).files : []
    return {
      ...container,
      ...readParts(containerParts, needs, own),
      resolver: parseResolvConf(files[0] ?? ''),
      hostsFile: parseHostsFile(files[1] ?? ''),
    }
  } catch (error) {
    if (!(error instanceof Unseen)) throw error
    return { ...container, unseen: error.message }
  }
}

function insideRequests(container: string, needs: ReadonlySet<Fact>): ProbeRequest[] {
  const files = { op: 'read' as const, container, paths: ['/etc/resolv.conf', '/etc/hosts'] }
  return [...(needs.has('files') ? [files] : []), ...requestsFor(containerParts, needs, { container })]
}
