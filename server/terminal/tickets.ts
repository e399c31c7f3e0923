import { randomBytes } from 'node:crypto'

const LIFE_MS = 20_000
/** More at once than any honest crowd asks for; the oldest are forgotten. */
const MOST = 10_000

/** Which terminal a ticket opens, for whom, and from which address it was asked for. */
export interface Claim {
  attempt: string
  host: string
  n: number
  owner: string
  address: string
}

/** Tickets that let one connection in, once and soon: an address that leaks opens nothing. */
export class Tickets {
  readonly #claims = new Map<string, { claim: Claim; until: number }>()

  issue(claim: Claim): string {
    this.#forget()
    const ticket = randomBytes(24).toString('base64url')
    this.#claims.set(ticket, { claim, until: Date.now() + LIFE_MS })
    return ticket
  }

  /** The claim of a ticket that was not used yet; it is used then. */
  redeem(ticket: string): Claim | undefined {
    const found = this.#claims.get(ticket)
    this.#claims.delete(ticket)
    return found && found.until > Date.now() ? found.claim : undefined
  }

  #forget(): void {
    for (const [ticket, { until }] of this.#claims) {
      if (until > Date.now() && this.#claims.size < MOST) return
      this.#claims.delete(ticket)
    }
  }
}
