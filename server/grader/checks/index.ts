import type { Check } from '../check.ts'
import { attached } from './attached.ts'
import { dnat } from './dnat.ts'
import { http } from './http.ts'
import { mtu } from './mtu.ts'
import { network } from './network.ts'
import { resolves } from './resolves.ts'

/** Every check that lab.yaml can name. */
export const checks: Check[] = [network, attached, resolves, dnat, mtu, http]
