export { LIMITS } from './blueprint.ts'
export { DockerLabHosts } from './docker-lab-hosts.ts'
export type { Attempt, AttemptSpec, LabHosts, LimitReadings, ProbeRequest, ShellCommand } from './driver.ts'
export { isCommandLines } from './driver.ts'
