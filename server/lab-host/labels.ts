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

export const lanLabels = (spec: AttemptSpec, lan: string) => ({
  [SPEC]: JSON.stringify(spec),
  'patchbay.id': spec.id,
  [LAN]: lan,
})

/** For the engine's list calls: everything that belongs to attempts, or to one of them. */
export const attemptFilter = (id?: string) => JSON.stringify({ label: [id ? `patchbay.id=${id}` : 'patchbay.id'] })

type Labels = Record<string, string> | undefined

export function readHostLabels(labels: Labels): { spec: AttemptSpec; host: string } | undefined {
  const [spec, host] = [readSpec(labels), labels?.[HOST]]
  return spec && host ? { spec, host } : undefined
}

export function readLanLabels(labels: Labels): { spec: AttemptSpec; lan: string } | undefined {
  const [spec, lan] = [readSpec(labels), labels?.[LAN]]
  return spec && lan ? { spec, lan } : undefined
}

function readSpec(labels: Labels): AttemptSpec | undefined {
  const spec = labels?.[SPEC]
  return spec ? (JSON.parse(spec) as AttemptSpec) : undefined
}

const STARTING = '-starting'
const UNTIL = /\.until-(\d+)$/

/** A host's container name tells what becomes of its lab, since a name can change and a label cannot. */
export const hostName = (spec: AttemptSpec, host: string, state: 'starting' | 'ready' | { expiresAt: number }) => {
  const suffix = state === 'starting' ? STARTING : state === 'ready' ? '' : `.until-${state.expiresAt}`
  return `${spec.id}-${host}${suffix}`
}

/** `expiresAt`: where its lab was prolonged. */
export function readHostName(name: string): { ready: boolean; expiresAt?: number } {
  const until = UNTIL.exec(name)?.[1]
  return { ready: !name.endsWith(STARTING), expiresAt: until ? Number(until) : undefined }
}

/** Names of kernel interfaces have 15 characters at most. */
export const bridgeName = (spec: AttemptSpec, index: number) => `lan${spec.id.slice(0, 11)}${index}`
