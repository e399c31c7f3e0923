export { DockerLabHosts } from './docker-lab-hosts.ts'
export type { Attempt, AttemptSpec, LabHosts } from './driver.ts'
export { isCommandLines } from './driver.ts'
