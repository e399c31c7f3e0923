import { type LabHosts, type Offer, USUAL_ENGINE } from '../lab-host/index.ts'
import type { KernelFeature } from '../protocol/index.ts'

/** What of a lab decides where it can run. */
interface Wishes {
  hosts: Record<string, { engine: string }>
  requires: KernelFeature[]
}

/** Whether a lab needs more than every machine has. */
export const wantsMore = ({ hosts, requires }: Wishes) =>
  requires.length > 0 || Object.values(hosts).some(({ engine }) => engine !== USUAL_ENGINE)

/** Why a machine cannot run a lab, in one sentence; undefined when it can. */
export function whyUnavailable({ hosts, requires }: Wishes, { engines, lacking }: Offer): string | undefined {
  const feature = requires.find((name) => lacking[name] !== undefined)
  if (feature)
    return `The kernel of this machine has no ${feature} for lab hosts: ${lacking[feature]?.replace(/\.$/, '')}.`
  const engine = Object.values(hosts).find((host) => !engines.includes(host.engine))?.engine
  if (engine) return `This machine has no lab host with a Docker engine of generation ${engine}.`
  return undefined
}

/** What is known of the machine that the labs run on. */
export class Availability {
  readonly #hosts: LabHosts
  #offer: Offer | undefined

  constructor(hosts: LabHosts) {
    this.#hosts = hosts
  }

  /** Looks again: images may have come since. Not asked at all where no lab needs more than every machine has. */
  async refresh(labs: Wishes[]): Promise<void> {
    if (labs.some(wantsMore)) this.#offer = await this.#hosts.offer()
  }

  /** Undefined also while nothing is known: then the start itself says what is wrong. */
  whyNot(lab: Wishes): string | undefined {
    return this.#offer && whyUnavailable(lab, this.#offer)
  }
}
