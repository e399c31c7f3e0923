/** What an attempt is made of; everything needed to find and judge it again lives in its containers' labels. */
export interface AttemptSpec {
  /** Unique, lower-case letters and digits, at most 16. */
  id: string
  lab: string
  seed: number
  /** A user id, or `cli` or `cli:<purpose>` for the command line's own, which the server leaves alone. */
  owner: string
  /** Unix time in ms after which the reaper removes it. */
  expiresAt: number
  /** Segments by name; `mtu` in bytes. */
  lans: Record<string, { mtu: number }>
  /** Machines by name, in the order of lab.yaml. The first is where scripts start. */
  hosts: Record<string, { lans: string[]; engine: string }>
  /** Learner images to load into every host, e.g. `redis`. */
  images: string[]
}

/** Whether the command line owns it. */
export const isCommandLines = ({ owner }: AttemptSpec) => owner === 'cli' || owner.startsWith('cli:')

export interface AttemptHost {
  name: string
  /** The container's id on the lab engine. */
  container: string
  /** Its addresses by LAN. */
  addresses: Record<string, string>
  running: boolean
}

export interface Attempt {
  spec: AttemptSpec
  /** Subnet (CIDR) and gateway by LAN. */
  lans: Record<string, { subnet: string; gateway: string; mtu: number }>
  hosts: AttemptHost[]
  /** True once setup.sh has run to its end. */
  ready: boolean
}

export interface ScriptResult {
  /** Exit code, or null when it was cut off. */
  code: number | null
  /** stdout and stderr as they came, at most 64 KiB from the end. */
  output: string
}

/** A request to the probe: it looks at a host from outside the learner's reach, with its own programs. */
export type ProbeRequest =
  /** Programs run in the network namespace of the host (`container` absent) or of one of its containers (full id). */
  | { op: 'exec'; container?: string; argv: string[]; timeoutMs?: number }
  /** GET paths of the host's own Docker API, e.g. `/networks`. */
  | { op: 'api'; paths: string[] }
  /** Files as a container sees them, symbolic links kept inside its root, at most 64 KiB each. */
  | { op: 'read'; container?: string; paths: string[] }
  /** The process ids that the kernel shows for each container id. */
  | { op: 'pids'; containers: string[] }
  /** A GET from the LAN (the lab's gateway address), not from the host itself. */
  | { op: 'lan-get'; url: string; timeoutMs: number }

/** Answers in the order of the requests. `error` is a fault of looking, never a finding about the learner's work. */
export type ProbeAnswer =
  | { op: 'exec'; code: number; stdout: string; stderr: string }
  | { op: 'api'; responses: { status: number; body: string }[] }
  | { op: 'read'; files: (string | null)[] }
  | { op: 'pids'; pids: Record<string, number[]> }
  /** `body` at most 64 KiB; `detail`: asked, but nothing answered, in words (refused, timed out, no route). */
  | { op: 'lan-get'; status: number; body: string }
  | { op: 'lan-get'; detail: string }
  | { error: string }

/** The lab engine as the rest of the server sees it. */
export interface LabHosts {
  /** Throws a Problem (`engine-unreachable`) with the remedy when labs cannot run. */
  ping(): Promise<void>
  /** Brings up LANs and hosts until every host's own engine answers; removes what it made when it fails. */
  create(spec: AttemptSpec, onStep: (step: string) => void): Promise<Attempt>
  /** Every attempt on the engine, of any owner. */
  list(): Promise<Attempt[]>
  /** Runs a bash script as root in /root of a host, piped in. Cut off after `timeoutMs`. */
  run(
    attempt: Attempt,
    host: string,
    script: string,
    env: Record<string, string>,
    timeoutMs: number,
  ): Promise<ScriptResult>
  /** Marks setup as done, so that a restarted server knows. */
  markReady(attempt: Attempt): Promise<void>
  /** Looks at a host from outside. */
  look(attempt: Attempt, host: string, requests: ProbeRequest[]): Promise<ProbeAnswer[]>
  /** The command that opens a login shell on a host; without `tty` its input and output are plain pipes. */
  shell(attempt: Attempt, host: string, options?: { tty: boolean }): { file: string; args: string[] }
  /** Removes containers, networks and volumes; quiet when they are gone already. */
  remove(id: string): Promise<void>
}
