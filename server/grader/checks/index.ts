import type { Check } from '../check.ts'
import { alias } from './alias.ts'
import { answersWithin } from './answers-within.ts'
import { attached } from './attached.ts'
import { command } from './command.ts'
import { container } from './container.ts'
import { dnat } from './dnat.ts'
import { env } from './env.ts'
import { file } from './file.ts'
import { hostMode } from './host-mode.ts'
import { http } from './http.ts'
import { listens } from './listens.ts'
import { mtu } from './mtu.ts'
import { network } from './network.ts'
import { noLinks } from './no-links.ts'
import { noneMode } from './none-mode.ts'
import { notAttached } from './not-attached.ts'
import { notReaches } from './not-reaches.ts'
import { ping } from './ping.ts'
import { reaches } from './reaches.ts'
import { resolves } from './resolves.ts'
import { script } from './script.ts'
import { service } from './service.ts'
import { sharesNetwork } from './shares-network.ts'
import { staticAddress } from './static-address.ts'
import { swarm } from './swarm.ts'

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
  dnat,
  mtu,
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
