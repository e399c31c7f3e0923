import { z } from 'zod'
import type { FdbEntry, Neighbour } from '../snapshot.ts'

const neighbour = z.object({
  dst: z.string(),
  dev: z.string().default(''),
  lladdr: z.string().default(''),
  state: z.array(z.string()).default([]),
})

/** `ip -j neigh`. */
export const neighbourList = z
  .array(neighbour)
  .transform((all): Neighbour[] =>
    all.map(({ dst, dev, lladdr, state }) => ({ address: dst, device: dev, mac: lladdr, state: state[0] ?? '' })),
  )

const entry = z.object({
  mac: z.string(),
  ifname: z.string().default(''),
  master: z.string().default(''),
  dst: z.string().default(''),
  state: z.string().default(''),
  flags: z.array(z.string()).default([]),
})

/** `bridge -j fdb`. An entry without a state was learnt from a frame. */
export const fdbList = z.array(entry).transform((all): FdbEntry[] =>
  all.map(({ mac, ifname, master, dst, state, flags }) => ({
    mac,
    device: ifname,
    bridge: master,
    learnt: master !== '' && (state === '' || state === 'stale') && !flags.includes('extern_learn'),
    remote: dst,
  })),
)
