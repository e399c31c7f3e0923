import { z } from 'zod'
import type { Answer, Container, HostSnapshot, Question, Snapshot } from '../../snapshot/snapshot.ts'
import { questionKey } from '../../snapshot/snapshot.ts'
import { defineCheck } from '../check.ts'
import * as fields from '../fields.ts'
import { CLAIM, endpointOn, hostName, hostOf, interfaceOn, list, ownerOf, report, runningContainer } from '../sight.ts'

const params = z
  .strictObject({
    from: fields.container.describe('Exact name of the container that asks.'),
    name: z.string().min(1).max(253).describe('The name it asks its nameserver for.'),
    to: z
      .strictObject({
        container: fields.container.optional().describe('Exact name of the container that must be found.'),
        containers: fields.containers
          .optional()
          .describe('All containers that share the name; exactly these are found.'),
        address: fields.address.optional().describe('The one address that must be found.'),
        host: fields.host.describe('Host that has those containers; the host of the one that asks when left out.'),
      })
      .refine((to) => [to.container, to.containers, to.address].filter((one) => one !== undefined).length === 1, {
        error: 'one of `container`, `containers` and `address`',
      })
      .describe('What the name must lead to.'),
    host: fields.host,
  })
  .describe("A name resolves through DNS, asked from inside a container, to another container's present address.")

type Params = z.infer<typeof params>

export const resolves = defineCheck<Params>({
  name: 'resolves',
  params,
  needs: ['containers', 'interfaces', 'files'],
  questions: (wanted, snapshot) => [question(wanted, snapshot)],
  judge(wanted, snapshot) {
    const { from, name, to } = wanted
    const members = to.containers ?? (to.container ? [to.container] : [])
    const wish = to.address ?? `the address of ${members.length > 1 ? 'each of ' : ''}${list(members)}`
    const expected = `in ${from}, DNS answers ${name} with ${wish}`
    const { pass, fail, unobservable, missing } = report(expected, `docker exec ${from} nslookup -type=a ${name}`)
    const host = hostOf(snapshot, wanted.host)
    if (!('value' in host)) return missing(host)
    const asker = runningContainer(host.value, from)
    if (!('value' in asker)) return missing(asker)
    const there = to.host === undefined ? host : hostOf(snapshot, to.host)
    if (!('value' in there)) return missing(there)
    const targets: Container[] = []
    for (const member of members) {
      const target = runningContainer(there.value, member)
      if (!('value' in target)) return missing(target)
      targets.push(target.value)
    }
    const answer = snapshot.answers[questionKey(question(wanted, snapshot))]
    if (!answer || answer.ask === 'error') return unobservable(`could not ask: ${answer?.error ?? 'not asked yet'}`)
    if (answer.ask !== 'dns' || answer.addresses.length === 0) return fail(silence(answer, asker.value, name))
    const stale = hostsLine(asker.value, name, answer.addresses)
    if (stale) return fail(stale)
    if (to.address) {
      const right = answer.addresses.every((address) => address === to.address)
      return (right ? pass : fail)(`${name} is ${list(answer.addresses)}`)
    }
    const shared = targets.map((target) => sharedAddresses(host.value, asker.value, there.value, target))
    const claimed = shared.flatMap((one) => one.claimed)
    const stranger = answer.addresses.find((address) => !claimed.includes(address))
    if (stranger) return fail(astray(there.value, name, stranger, list(members)))
    const absent = targets.filter((_, n) => !shared[n]?.claimed.some((address) => answer.addresses.includes(address)))
    if (absent.length > 0)
      return fail(`${name} is ${list(answer.addresses)}, without ${list(absent.map((one) => one.name))}`)
    if (!answer.addresses.every((address) => shared.some((one) => one.proven.includes(address)))) {
      return unobservable(`${CLAIM}: ${list(members)} has no interface with ${list(answer.addresses)}`)
    }
    if (!targets.every((target) => engineKnows(host.value, asker.value, target, name))) {
      return fail(
        `${answer.server} answers ${list(answer.addresses)}, but the engine knows no ${name} on a network of its own that both share: a server that somebody has set up keeps the address when it changes`,
      )
    }
    return pass(`${name} is ${list(answer.addresses)}, answered by ${answer.server}`)
  },
})

function question(wanted: Params, snapshot: Snapshot): Question {
  return { ask: 'dns', host: hostName(snapshot, wanted.host), container: wanted.from, name: wanted.name }
}

/** Addresses of the target on networks that both are on: as the engine says, and as the kernel shows. */
function sharedAddresses(host: HostSnapshot, asker: Container, there: HostSnapshot, target: Container) {
  const shared = host.networks.filter((network) => endpointOn(asker, network) && endpointOn(target, network))
  const address = (network: (typeof shared)[number]) => endpointOn(target, network)?.address ?? ''
  const proven = shared.filter((network) => interfaceOn(host, asker, network) && interfaceOn(there, target, network))
  return { claimed: shared.map(address), proven: proven.map(address) }
}

/** Whether the engine's own DNS would give the target for that name: on a network that has one, under a name it has there. */
function engineKnows(host: HostSnapshot, asker: Container, target: Container, name: string): boolean {
  const wanted = name.toLowerCase().replace(/\.$/, '')
  return host.networks.some((network) => {
    const [from, to] = [endpointOn(asker, network), endpointOn(target, network)]
    if (!from || !to || network.name === 'bridge') return false
    const linked = from.links.map((link) => link.slice(link.indexOf(':') + 1))
    const names = [target.name, target.id.slice(0, 12), ...to.aliases, ...linked].map((known) => known.toLowerCase())
    return names.some((known) => wanted === known || wanted === `${known}.${network.name.toLowerCase()}`)
  })
}

/** A fixed line wins over DNS, so a wrong one leads the program astray whatever DNS says. */
function hostsLine(asker: Container, name: string, addresses: string[]): string {
  const line = asker.hostsFile.find((entry) => entry.names.includes(name))
  if (!line || addresses.includes(line.address)) return ''
  return `/etc/hosts of ${asker.name} names ${line.address}, a fixed line that is read before DNS (${list(addresses)})`
}

function astray(host: HostSnapshot, name: string, address: string, target: string): string {
  const owner = ownerOf(host, address)
  const whose = owner === target ? `${target} on a network that is not shared` : (owner ?? 'no container of this host')
  return `${name} is ${address}, the address of ${whose}`
}

function silence(answer: Answer, asker: Container, name: string): string {
  const heard =
    answer.ask === 'dns'
      ? `${answer.status === 'NOERROR' ? 'no address' : answer.status} for ${name} from ${answer.server}`
      : answer.ask === 'none'
        ? `no answer for ${name}: ${answer.detail}`
        : 'no answer'
  return [heard, whereItIs(asker), fixedLine(asker, name)].filter(Boolean).join('; ')
}

function whereItIs(asker: Container): string {
  const networks = asker.endpoints.map((endpoint) => endpoint.network)
  if (networks.length === 0) return `${asker.name} is on no network`
  if (networks.some((network) => network !== 'bridge')) return `${asker.name} is on ${list(networks)}`
  return `${asker.name} is on the default bridge only, which has no embedded DNS; its resolv.conf names ${list(asker.resolver.nameservers)}`
}

function fixedLine(asker: Container, name: string): string {
  const line = asker.hostsFile.find((entry) => entry.names.includes(name))
  return line ? `/etc/hosts has ${line.address} for it, a fixed line, not DNS` : ''
}
