import type { Check } from '../check.ts'
import { alias } from './alias.ts'
import { answersWithin } from './answers-within.ts'
import { attached } from './attached.ts'
import { bridgeMember } from './bridge-member.ts'
import { chainPolicy } from './chain-policy.ts'
import { command } from './command.ts'
import { container } from './container.ts'
import { defaultGateway } from './default-gateway.ts'
import { dnat } from './dnat.ts'
import { dockerUser } from './docker-user.ts'
import { env } from './env.ts'
import { file } from './file.ts'
import { hostMode } from './host-mode.ts'
import { hostsFile } from './hosts-file.ts'
import { http } from './http.ts'
import { interfaceCheck } from './interface.ts'
import { learntMac } from './learnt-mac.ts'
import { listens } from './listens.ts'
import { macvlan } from './macvlan.ts'
import { masquerade } from './masquerade.ts'
import { mtu } from './mtu.ts'
import { network } from './network.ts'
import { noLinks } from './no-links.ts'
import { noneMode } from './none-mode.ts'
import { notAttached } from './not-attached.ts'
import { notPublished } from './not-published.ts'
import { notReaches } from './not-reaches.ts'
import { notResolves } from './not-resolves.ts'
import { pathMtu } from './path-mtu.ts'
import { ping } from './ping.ts'
import { promiscuity } from './promiscuity.ts'
import { published } from './published.ts'
import { reaches } from './reaches.ts'
import { resolver } from './resolver.ts'
import { resolves } from './resolves.ts'
import { route } from './route.ts'
import { rule } from './rule.ts'
import { ruleCount } from './rule-count.ts'
import { ruleOrder } from './rule-order.ts'
import { script } from './script.ts'
import { searchDomain } from './search-domain.ts'
import { service } from './service.ts'
import { sharesNetwork } from './shares-network.ts'
import { staticAddress } from './static-address.ts'
import { survivesRestart } from './survives-restart.ts'
import { swarm } from './swarm.ts'
import { sysctl } from './sysctl.ts'
import { ufw } from './ufw.ts'
import { upstream } from './upstream.ts'
import { vethPair } from './veth-pair.ts'
import { vxlan } from './vxlan.ts'

/** Every check that lab.yaml can name. */
export const checks: Check[] = [
  network,
  attached,
  notAttached,
  sharesNetwork,
  container,
  staticAddress,
  alias,
  noLinks,
  hostMode,
  noneMode,
  env,
  swarm,
  service,
  resolves,
  notResolves,
  resolver,
  upstream,
  searchDomain,
  hostsFile,
  published,
  notPublished,
  dnat,
  masquerade,
  rule,
  ruleOrder,
  dockerUser,
  chainPolicy,
  ruleCount,
  ufw,
  survivesRestart,
  mtu,
  pathMtu,
  route,
  defaultGateway,
  interfaceCheck,
  vethPair,
  macvlan,
  vxlan,
  bridgeMember,
  learntMac,
  promiscuity,
  sysctl,
  reaches,
  notReaches,
  ping,
  http,
  answersWithin,
  listens,
  file,
  command,
  script,
]
