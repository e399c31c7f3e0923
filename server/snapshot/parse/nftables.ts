import { z } from 'zod'
import type { NftChain } from '../snapshot.ts'

const text = z.string().default('')
const chain = z.object({ family: text, table: text, name: text, hook: text, policy: text })
const rule = z.object({ family: text, table: text, chain: text })
const ruleset = z.object({
  nftables: z.array(z.object({ chain: chain.optional(), rule: rule.optional() })),
})

/** `nft -j list ruleset`: its chains, and how many rules each has. */
export const nftChainList = ruleset.transform(({ nftables }): NftChain[] => {
  const count = new Map<string, number>()
  const key = (family: string, table: string, name: string) => `${family} ${table} ${name}`
  for (const { rule: one } of nftables) {
    if (!one) continue
    const of = key(one.family, one.table, one.chain)
    count.set(of, (count.get(of) ?? 0) + 1)
  }
  return nftables.flatMap(({ chain: one }) =>
    one ? [{ ...one, rules: count.get(key(one.family, one.table, one.name)) ?? 0 }] : [],
  )
})
