import type { AnswerKind } from '../check.ts'
import { addressOf } from './address-of.ts'
import { bridgeOf } from './bridge-of.ts'
import { choice } from './choice.ts'
import { containerBehind } from './container-behind.ts'
import { dnatTarget } from './dnat-target.ts'
import { gatewayOf } from './gateway-of.ts'
import { ruleNumber } from './rule-number.ts'
import { rulesIn } from './rules-in.ts'
import { vethOf } from './veth-of.ts'
import { vniOf } from './vni-of.ts'

/** Every kind of answer that lab.yaml can ask for. */
export const answers: AnswerKind[] = [
  vethOf,
  addressOf,
  bridgeOf,
  gatewayOf,
  dnatTarget,
  containerBehind,
  ruleNumber,
  rulesIn,
  vniOf,
  choice,
]
