/** After this long a start counts half. */
const HALF_LIFE_MS = 3_600_000

/** What a lab that nobody has asked for yet counts, beside a start. */
const UNASKED = 0.01

/** How often each lab is asked for; what was asked lately counts most. */
export class Demand {
  readonly #scores: Map<string, number>
  #at: number

  /** Until somebody asks, the labs are wanted in this order. */
  constructor(labs: string[], now = Date.now()) {
    this.#scores = new Map(labs.map((lab, index) => [lab, UNASKED * 0.999 ** index]))
    this.#at = now
  }

  note(lab: string, now = Date.now()): void {
    const faded = 2 ** ((this.#at - now) / HALF_LIFE_MS)
    this.#at = now
    for (const [one, score] of this.#scores) this.#scores.set(one, score * faded + (one === lab ? 1 : 0))
  }

  /** How many of `places` each lab gets: each place goes to the lab that has the fewest for what it is asked. */
  shares(places: number, labs = [...this.#scores.keys()]): Map<string, number> {
    const shares = new Map(labs.map((lab) => [lab, 0]))
    const claim = (lab: string) => (this.#scores.get(lab) ?? 0) / (shares.get(lab)! + 1)
    for (let place = 0; place < places && labs.length > 0; place++) {
      const next = labs.reduce((best, lab) => (claim(lab) > claim(best) ? lab : best))
      shares.set(next, shares.get(next)! + 1)
    }
    return shares
  }
}
