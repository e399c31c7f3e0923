import type { AnswerKind } from '../check.ts'
import { addressOf } from './address-of.ts'
import { vethOf } from './veth-of.ts'
import { vniOf } from './vni-of.ts'

/** Every kind of answer that lab.yaml can ask for. */
export const answers: AnswerKind[] = [vethOf, addressOf, vniOf]
