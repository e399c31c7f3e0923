import type { AttemptSpec } from './driver.ts'

const SPEC = 'patchbay.attempt'
const HOST = 'patchbay.host'
const LAN = 'patchbay.lan'

/** Labels of a lab host; everything needed to find the attempt again after a restart. */
export const hostLabels = (spec: AttemptSpec, host: string) => ({
  [SPEC]: JSON.stringify(spec),
  'patchbay.id': spec.id,
  [HOST]: host,
})

export const lanLabels = (spec: AttemptSpec, lan: string) => ({ 'patchbay.id': spec.id, [LAN]: lan })

/** For the engine's list calls: everything that belongs to attempts, or to one of them. */
export const attemptFilter = (id?: string) => JSON.stringify({ label: [id ? `patchbay.id=${id}` : 'patchbay.id'] })

export function readHostLabels(labels: Record<string, string>): { spec: AttemptSpec; host: string } | undefined {
  const spec = labels[SPEC]
  const host = labels[HOST]
  return spec && host ? { spec: JSON.parse(spec) as AttemptSpec, host } : undefined
}

export const readLanLabel = (labels: Record<string, string> | undefined) => labels?.[LAN]

const STARTING = '-starting'

/** A host's container name tells whether its lab's setup is done: a name can change, a label cannot. */
export const hostName = (spec: AttemptSpec, host: string, ready: boolean) =>
  `${spec.id}-${host}${ready ? '' : STARTING}`

export const isReadyName = (name: string) => !name.endsWith(STARTING)

/** Names of kernel interfaces have 15 characters at most. */
export const bridgeName = (spec: AttemptSpec, index: number) => `lan${spec.id.slice(0, 11)}${index}`
