import type { KernelFeature } from '../protocol/index.ts'

/** What an attempt is made of; everything needed to find and judge it again lives in its containers' labels. */
export interface AttemptSpec {
  /** Unique, lower-case letters and digits, at most 16. */
  id: string
  lab: string
  seed: number
  /** A user id, or `cli` or `cli:<purpose>` for the command line's own, which the server leaves alone. */
  owner: string
  /** Unix time in ms after which the reaper removes it, unless it was prolonged since: see `Attempt`. */
  expiresAt: number
  /** Unix time in ms at which the hosts end by themselves, with or without a server; absent: `expiresAt`. */
  endsBy?: number
  /** Segments by name; `mtu` in bytes. */
  lans: Record<string, { mtu: number }>
  /** Machines by name, in the order of lab.yaml. The first is where scripts start. */
  hosts: Record<string, { lans: string[]; engine: string }>
  /** Learner images that every host has, e.g. `redis`. */
  images: string[]
}

/** Whether the command line owns it. */
export const isCommandLines = ({ owner }: AttemptSpec) => owner === 'cli' || owner.startsWith('cli:')

export interface AttemptHost {
  name: string
  /** The container's id; means something to the driver alone. */
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
  /** Unix time in ms after which the reaper removes it. */
  expiresAt: number
}

/** What labs can have on this machine. */
export interface Offer {
  /** Generations of the Docker engine that there are lab hosts with, e.g. `26`. */
  engines: string[]
  /** Kernel features that a lab host cannot use here, each with what the kernel said. */
  lacking: Partial<Record<KernelFeature, string>>
}

export interface ScriptResult {
  /** Exit code, or null when it was cut off. */
  code: number | null
  /** stdout and stderr as they came, at most 64 KiB from the end. */
  output: string
}

/** The network namespace of the host (none given), of one of its containers (full id), of a file, or of the LAN outside. */
interface NamespaceChoice {
  container?: string
  netns?: string
  lan?: true
}

/** A request to the probe: it looks at a host from outside the learner's reach, with its own programs. */
export type ProbeRequest =
  /** The probe's programs, run in a network namespace. */
  | ({ op: 'exec'; argv: string[]; timeoutMs?: number } & NamespaceChoice)
  /** GET paths of the host's own Docker API, e.g. `/networks`. */
  | { op: 'api'; paths: string[] }
  /** Files as a container sees them, symbolic links kept inside its root, at most 64 KiB each. */
  | { op: 'read'; container?: string; paths: string[] }
  /** The processes that the kernel shows for each container id, as the host numbers them, the oldest first, and the inodes of the network namespaces they are in. */
  | { op: 'pids'; containers: string[] }
  /** Network namespaces of the host that have a file. */
  | { op: 'netns' }
  /** One connection, tried from a network namespace. `http` sends a GET for `path`. */
  | ({
      op: 'connect'
      protocol: 'tcp' | 'udp' | 'http'
      address: string
      port: number
      path?: string
      timeoutMs: number
    } & NamespaceChoice)
  /** Restarts a container through the host's engine: a change, made only where one is asked for. */
  | { op: 'restart'; container: string }
  /** The learner's own programs: a shell command on the host, or in a container (full id). */
  | { op: 'command'; container?: string; run: string }
  /** A GET from the LAN (the lab's gateway address), not from the host itself. */
  | { op: 'lan-get'; url: string; timeoutMs: number }
  /** What the host has used of its bounds. */
  | { op: 'limits' }

/** Answers in the order of the requests. `error` is a fault of looking, never a finding about the learner's work. */
export type ProbeAnswer =
  | { op: 'exec'; code: number; stdout: string; stderr: string }
  | { op: 'api'; responses: { status: number; body: string }[] }
  | { op: 'read'; files: (string | null)[] }
  /** In `netns`, the host's own is under the empty key. */
  | { op: 'pids'; pids: Record<string, number[]>; netns: Record<string, number> }
  | { op: 'netns'; namespaces: { path: string; inode: number }[] }
  | { op: 'connect'; ms: number; status?: number; body?: string }
  | { op: 'connect'; detail: string }
  | { op: 'restart'; status: number }
  /** `code` null when it was cut off. */
  | { op: 'command'; code: number | null; output: string }
  /**
   * `body` at most 64 KiB; `from`: who answered, `address:port`, as the host's table of connections has it, or empty;
   * `detail`: asked, but nothing answered, in words (refused, timed out, no route).
   */
  | { op: 'lan-get'; status: number; body: string; from: string }
  | { op: 'lan-get'; detail: string }
  | ({ op: 'limits' } & LimitReadings)
  | { error: string }

/** What the kernel counts of a host's bounds. What is a count of events only grows. */
export interface LimitReadings {
  /** `kills` for want of memory, also in containers with a limit of their own; `full`: how often the host's was met. Bytes. */
  memory: { kills: number; full: number; max: number }
  /** `refused` forks, also in containers with a limit of their own; `most` there ever were at once. */
  processes: { refused: number; most: number; max: number }
  /** Bytes. */
  disk: { free: number; size: number }
  /** Instances of the user who has most. */
  inotify: { used: number }
  /** Network namespaces beside the host's own. */
  namespaces: { used: number }
  /** Tracked connections. */
  connections: { count: number; max: number }
  /** Packets that were over what a host may send on its LANs. */
  packets: { dropped: number }
}

/** How many more labs fit where labs run, and of what there is least. */
export interface Room {
  labs: number
  short: 'memory' | 'disk' | 'processes'
}

/** Where labs run, on one machine or on many, as the rest of the server sees it. */
export interface LabHosts {
  /** What this machine has for labs. Throws Problem `engine-unreachable`. */
  offer(): Promise<Offer>
  /**
   * Brings up LANs and hosts until every host's own engine answers; removes what it made when it fails. Throws Problem
   * `lab-unavailable` where a host wants a generation of the engine that is not here.
   */
  create(spec: AttemptSpec, onStep: (step: string) => void): Promise<Attempt>
  /** Every attempt there is, of any owner, also half made ones. */
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
  /** Moves the end of a ready attempt, up to its `endsBy`; told by `list` from then on. */
  prolong(attempt: Attempt, expiresAt: number): Promise<void>
  /** Looks at a host from outside. */
  look(attempt: Attempt, host: string, requests: ProbeRequest[]): Promise<ProbeAnswer[]>
  /**
   * Calls back when something changed on one of its hosts: links, addresses, routes, rules, or what an engine reports.
   * It may also call without a change, and miss changes inside containers. Ends when the function returned is called.
   */
  watch(attempt: Attempt, onChange: () => void): () => void
  /** The command that opens a login shell on a host; without `tty` its input and output are plain pipes. */
  shell(attempt: Attempt, host: string, options?: { tty: boolean }): ShellCommand
  /** From what is really free now. */
  room(): Promise<Room>
  /** Removes containers, networks and volumes; quiet when they are gone already. */
  remove(id: string): Promise<void>
}

/** A program for a terminal. Ending its client leaves the program running on the host; `end` is what ends it there. */
export interface ShellCommand {
  file: string
  args: string[]
  /** Arguments for the same shell, paced: it sends only what it has credit for (`server/terminal/credit.ts`); greeting and first credit follow them. */
  paced?: string[]
  end?: { file: string; args: string[] }
}
